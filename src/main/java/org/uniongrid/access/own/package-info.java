/** One's own account: password, contact, sessions, sign-ins. */
@NullMarked
package org.uniongrid.access.own;

import org.jspecify.annotations.NullMarked;
