/** Room: one that imports its neighbour. */
@NullMarked
package org.uniongrid.bad.attic;

import org.jspecify.annotations.NullMarked;
