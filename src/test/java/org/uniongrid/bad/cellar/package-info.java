/** Room: one that is imported by its neighbour. */
@NullMarked
package org.uniongrid.bad.cellar;

import org.jspecify.annotations.NullMarked;
