/** What the platform keeps of a worker: seen, corrected, taken along, and closed, by themselves. */
@NullMarked
package org.uniongrid.portal.own;

import org.jspecify.annotations.NullMarked;
