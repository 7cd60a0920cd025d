/** What the home page of the phone shows of membership: the card, and an application under way. */
@NullMarked
package org.uniongrid.membership.home;

import org.jspecify.annotations.NullMarked;
