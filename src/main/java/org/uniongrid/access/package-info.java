/** Accounts, signing in, sessions, who is behind a request, and the audit trail of what they did. */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"foundation", "web", "exchange", "people", "organisation"})
package org.uniongrid.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
