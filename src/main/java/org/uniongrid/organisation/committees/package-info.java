/** Room: committees. The people of a union: its posts, and its committees for a term. */
@NullMarked
package org.uniongrid.organisation.committees;

import org.jspecify.annotations.NullMarked;
