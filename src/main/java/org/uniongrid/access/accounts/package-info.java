/** The life of accounts, as the security administrator keeps it: opened, invited, disabled, reset. */
@NullMarked
package org.uniongrid.access.accounts;

import org.jspecify.annotations.NullMarked;
