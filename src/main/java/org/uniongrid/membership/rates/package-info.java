/** How many of those who could be members are, by union, kind of worker and day. */
@NullMarked
package org.uniongrid.membership.rates;

import org.jspecify.annotations.NullMarked;
