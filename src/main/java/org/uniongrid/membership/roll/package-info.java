/** The roll of members, and the page of one. */
@NullMarked
package org.uniongrid.membership.roll;

import org.jspecify.annotations.NullMarked;
