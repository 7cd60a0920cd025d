/** The code on the phone, and the gate. */
@NullMarked
package org.uniongrid.membership.codes;

import org.jspecify.annotations.NullMarked;
