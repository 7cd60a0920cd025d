/** Sending what waits, each once, and what became of it. */
@NullMarked
package org.uniongrid.notice.delivery;

import org.jspecify.annotations.NullMarked;
