@NullMarked
package org.uniongrid.exchange.exports;

import org.jspecify.annotations.NullMarked;
