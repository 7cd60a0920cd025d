/** Joining, gone over, and what the gate shows. */
@NullMarked
package org.uniongrid.membership.joining;

import org.jspecify.annotations.NullMarked;
