/** What becomes of members when their employer closes, or their union is dissolved or merged. */
@NullMarked
package org.uniongrid.membership.keeping;

import org.jspecify.annotations.NullMarked;
