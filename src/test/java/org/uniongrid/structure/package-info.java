/** Tests of restructuring. */
@NullMarked
package org.uniongrid.structure;

import org.jspecify.annotations.NullMarked;
