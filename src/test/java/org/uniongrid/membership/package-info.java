/** Members: figures and what becomes of them. */
@NullMarked
package org.uniongrid.membership;

import org.jspecify.annotations.NullMarked;
