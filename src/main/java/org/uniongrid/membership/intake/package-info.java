/** Rolls of members taken in from lists. */
@NullMarked
package org.uniongrid.membership.intake;

import org.jspecify.annotations.NullMarked;
