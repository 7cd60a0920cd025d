/** A made-up city to try everything on: made-up places, firms and people, the same at every start. */
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "foundation",
            "exchange",
            "people",
            "organisation",
            "access",
            "membership",
            "matter",
            "casework"
        })
package org.uniongrid.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
