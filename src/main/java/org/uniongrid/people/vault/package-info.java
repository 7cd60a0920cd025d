/** The vault itself: what seals, the keys, and changing them. */
@NullMarked
package org.uniongrid.people.vault;

import org.jspecify.annotations.NullMarked;
