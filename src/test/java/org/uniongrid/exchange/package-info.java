@NullMarked
package org.uniongrid.exchange;

import org.jspecify.annotations.NullMarked;
