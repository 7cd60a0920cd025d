/** What a worker sees of their own case on the phone, and what they say of it. */
@NullMarked
package org.uniongrid.casework.own;

import org.jspecify.annotations.NullMarked;
