/** A worker's own inbox. */
@NullMarked
package org.uniongrid.portal.notices;

import org.jspecify.annotations.NullMarked;
