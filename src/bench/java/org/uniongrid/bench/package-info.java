/** Measures the house on one city as large as they come. Compiled and run by {@code bin/bench} only. */
@NullMarked
package org.uniongrid.bench;

import org.jspecify.annotations.NullMarked;
