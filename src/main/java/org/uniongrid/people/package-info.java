/** Persons: who somebody is, and the vault with their numbers. */
@NullMarked
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"foundation", "web", "exchange"})
package org.uniongrid.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
