/** The tree of unions, the employers they cover, and the posts people hold in them. */
@NullMarked
@ApplicationModule(
        displayName = "Organisation",
        allowedDependencies = {"foundation", "web", "exchange", "people"})
package org.uniongrid.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
