/** The pages of workers on the phone: signing in, home, notices, and what is theirs to set. */
@NullMarked
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {"foundation", "web", "exchange", "people", "organisation", "access", "notice", "matter"})
package org.uniongrid.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
