/** Room: duplicates. Entries that may be one employer, and how two become one. */
@NullMarked
package org.uniongrid.organisation.duplicates;

import org.jspecify.annotations.NullMarked;
