/** Cases: what workers ask of their union by hotline, counter and phone, from the call to the money in the account. */
@NullMarked
@ApplicationModule(
        displayName = "Casework",
        allowedDependencies = {
            "foundation",
            "web",
            "people",
            "organisation",
            "access",
            "notice",
            "exchange",
            "matter",
            "membership"
        })
package org.uniongrid.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
