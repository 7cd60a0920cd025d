/** Tests of persons and what is kept of them. */
@NullMarked
package org.uniongrid.people;

import org.jspecify.annotations.NullMarked;
