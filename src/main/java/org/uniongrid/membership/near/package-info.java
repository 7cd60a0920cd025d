/** Records that may be one person: told apart by hand, or brought together. */
@NullMarked
package org.uniongrid.membership.near;

import org.jspecify.annotations.NullMarked;
