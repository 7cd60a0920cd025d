/** Room: chains. Industry chains: who keeps one, who leads it, and which employers stand in it from when to when. */
@NullMarked
package org.uniongrid.organisation.chains;

import org.jspecify.annotations.NullMarked;
