/** The code on a member's phone, and the gate where it is checked. */
@NullMarked
package org.uniongrid.membership.codes;

import org.jspecify.annotations.NullMarked;
