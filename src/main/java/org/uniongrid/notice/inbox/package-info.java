/** What somebody is told, read in their own inbox, and by which wires else they wish to be told. */
@NullMarked
package org.uniongrid.notice.inbox;

import org.jspecify.annotations.NullMarked;
