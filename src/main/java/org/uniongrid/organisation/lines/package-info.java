/** Room: lines. Where a union stands: affiliation, and lines of an industry. */
@NullMarked
package org.uniongrid.organisation.lines;

import org.jspecify.annotations.NullMarked;
