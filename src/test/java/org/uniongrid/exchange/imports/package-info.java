@NullMarked
package org.uniongrid.exchange.imports;

import org.jspecify.annotations.NullMarked;
