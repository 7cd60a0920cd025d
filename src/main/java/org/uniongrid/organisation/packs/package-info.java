/** Room: packs. Values that the law and local papers set, by region and date: shipped, looked up, followed by new versions. */
@NullMarked
package org.uniongrid.organisation.packs;

import org.jspecify.annotations.NullMarked;
