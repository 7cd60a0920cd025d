@NullMarked
package org.uniongrid.casework.handling;

import org.jspecify.annotations.NullMarked;
