/** Members: who is in which union, how they join, go over to another and leave, and the code that opens what is theirs. */
@NullMarked
@ApplicationModule(
        displayName = "Membership",
        allowedDependencies = {
            "foundation",
            "web",
            "people",
            "organisation",
            "access",
            "exchange",
            "matter",
            "structure"
        })
package org.uniongrid.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
