/** One-task links: whoever does not sign in every day does the one step that waits for them from the phone. */
@NullMarked
package org.uniongrid.matter.links;

import org.jspecify.annotations.NullMarked;
