/** The first start of a new cell, and what an operator reads on the console. */
@NullMarked
@ApplicationModule(
        displayName = "Start",
        allowedDependencies = {"foundation", "access", "demo"})
package org.uniongrid.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
