/** Tests of the vault. */
@NullMarked
package org.uniongrid.people.vault;

import org.jspecify.annotations.NullMarked;
