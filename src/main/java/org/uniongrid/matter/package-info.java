/** Matters: whatever anyone asks of a union is in somebody's hands, has a deadline, and ends with an answer. */
@NullMarked
@ApplicationModule(
        displayName = "Matter",
        allowedDependencies = {"foundation", "web", "people", "organisation", "access", "exchange"})
package org.uniongrid.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
