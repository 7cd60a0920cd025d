/** Figures of cases by month: how many came, were answered in time, closed, satisfied, and what was recovered. */
@NullMarked
package org.uniongrid.casework.figures;

import org.jspecify.annotations.NullMarked;
