/** Room: employers. The page of one employer, entries by hand, its figures, its state and its cover. */
@NullMarked
package org.uniongrid.organisation.employers;

import org.jspecify.annotations.NullMarked;
