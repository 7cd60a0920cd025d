/** Restructuring: unions are founded, renamed, moved, merged, split, suspended and dissolved; rehearsed before, and undone while nothing new hangs on it. */
@NullMarked
@ApplicationModule(
        displayName = "Structure",
        allowedDependencies = {"foundation", "web", "people", "organisation", "matter"})
package org.uniongrid.structure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
