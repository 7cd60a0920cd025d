/** Welcome gifts: declared by a union, given at a stand. */
@NullMarked
package org.uniongrid.membership.gifts;

import org.jspecify.annotations.NullMarked;
