/** The routes of kinds: as the platform has them, and as units write them for themselves. */
@NullMarked
package org.uniongrid.matter.routes;

import org.jspecify.annotations.NullMarked;
