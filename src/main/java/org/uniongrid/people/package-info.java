/** Persons: who somebody is. */
@NullMarked
@ApplicationModule(displayName = "People", allowedDependencies = "foundation")
package org.uniongrid.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
