/** A made-up city to try the platform with: divisions, federations, unions, employers and cadres, the same every time. */
@NullMarked
package org.uniongrid.demo;

import org.jspecify.annotations.NullMarked;
