/** Reporting members to the roll above us 上报: whom, the file in its template, and that it was handed in. */
@NullMarked
package org.uniongrid.membership.reporting;

import org.jspecify.annotations.NullMarked;
