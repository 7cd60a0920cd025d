/** Telling people: the inbox, and e-mail, SMS and WeChat behind one port. One sender, many wires. */
@NullMarked
@ApplicationModule(
        displayName = "Notice",
        allowedDependencies = {"foundation", "web", "people", "organisation", "access"})
package org.uniongrid.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
