/** General requests 一般事项: what one union asks of another and has no kind of its own. */
@NullMarked
package org.uniongrid.matter.general;

import org.jspecify.annotations.NullMarked;
