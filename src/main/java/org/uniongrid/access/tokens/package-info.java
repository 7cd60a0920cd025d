/** Other systems that may read: their tokens, and the door that they come in by. */
@NullMarked
package org.uniongrid.access.tokens;

import org.jspecify.annotations.NullMarked;
