/** Accounts, signing in, sessions, and who is behind a request. */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"foundation", "web", "people", "organisation"})
package org.uniongrid.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
