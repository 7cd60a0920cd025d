/** The PostgreSQL under the house: our own embedded one, or a server that somebody else runs. */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package org.uniongrid.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
