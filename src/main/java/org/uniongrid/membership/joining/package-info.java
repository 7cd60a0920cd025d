/** Joining a union from a phone, and going over to one from another. */
@NullMarked
package org.uniongrid.membership.joining;

import org.jspecify.annotations.NullMarked;
