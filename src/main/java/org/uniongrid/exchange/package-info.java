/** Excel and CSV in and out: files are read, checked, shown to the person, and only then taken in. Papers out, as PDF. */
@NullMarked
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"foundation", "web"})
package org.uniongrid.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
