/** The page workers begin on; other modules add their parts to it. */
@NullMarked
package org.uniongrid.portal.home;

import org.jspecify.annotations.NullMarked;
