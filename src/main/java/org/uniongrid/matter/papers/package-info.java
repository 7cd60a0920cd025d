/** Papers: files that belong to a matter, looked at before they come in and given out to whoever may see them. */
@NullMarked
package org.uniongrid.matter.papers;

import org.jspecify.annotations.NullMarked;
