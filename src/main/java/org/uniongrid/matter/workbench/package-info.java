/** What waits for whom, and the page of a matter. */
@NullMarked
package org.uniongrid.matter.workbench;

import org.jspecify.annotations.NullMarked;
