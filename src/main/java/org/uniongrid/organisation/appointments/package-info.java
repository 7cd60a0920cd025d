/** Room: appointments. Posts, who holds them from when to when, and the people who do. */
@NullMarked
package org.uniongrid.organisation.appointments;

import org.jspecify.annotations.NullMarked;
