/** Words every module shares: who acts, how far they see, rules, cursors. Depends on nothing. */
@NullMarked
@ApplicationModule(
        displayName = "Foundation",
        allowedDependencies = {})
package org.uniongrid.foundation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
