/** Doubts about rolls, told as tests. */
@NullMarked
package org.uniongrid.membership.doubts;

import org.jspecify.annotations.NullMarked;
