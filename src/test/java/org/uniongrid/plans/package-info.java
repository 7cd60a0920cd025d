/** The plan guard: what the pages ask of a database as big as a city goes by an index. */
@NullMarked
package org.uniongrid.plans;

import org.jspecify.annotations.NullMarked;
