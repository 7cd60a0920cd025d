/** Room: calendar. Which days of a year are worked, drawn month by month. */
@NullMarked
package org.uniongrid.organisation.calendar;

import org.jspecify.annotations.NullMarked;
