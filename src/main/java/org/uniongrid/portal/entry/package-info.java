/** Signing in by phone. */
@NullMarked
package org.uniongrid.portal.entry;

import org.jspecify.annotations.NullMarked;
