/** Room: changes. What a change would do is rehearsed, shown, confirmed, and undone while nothing newer stands on it. */
@NullMarked
package org.uniongrid.structure.changes;

import org.jspecify.annotations.NullMarked;
