/** How pages reach the browser: views, the page frame, errors, forms, the look. */
@NullMarked
@ApplicationModule(displayName = "Web", allowedDependencies = "foundation")
package org.uniongrid.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
