/** The weekly word to those who do not sign in: how much waits for them. */
@NullMarked
package org.uniongrid.matter.digest;

import org.jspecify.annotations.NullMarked;
