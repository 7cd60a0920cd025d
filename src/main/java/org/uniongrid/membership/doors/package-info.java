/** The codes of unions that are scanned to join them: made, printed, counted, ended. */
@NullMarked
package org.uniongrid.membership.doors;

import org.jspecify.annotations.NullMarked;
