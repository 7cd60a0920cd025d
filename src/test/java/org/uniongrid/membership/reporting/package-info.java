/** Reporting members to the roll above us, told as tests. */
@NullMarked
package org.uniongrid.membership.reporting;

import org.jspecify.annotations.NullMarked;
