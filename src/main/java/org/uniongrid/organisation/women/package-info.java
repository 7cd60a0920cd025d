/** Room: women. Which unions need a women workers' committee, have one, or wait for its election. */
@NullMarked
package org.uniongrid.organisation.women;

import org.jspecify.annotations.NullMarked;
