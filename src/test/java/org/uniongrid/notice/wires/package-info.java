/** Notices: kept with the deed, sent once, read by one. */
@NullMarked
package org.uniongrid.notice.wires;

import org.jspecify.annotations.NullMarked;
