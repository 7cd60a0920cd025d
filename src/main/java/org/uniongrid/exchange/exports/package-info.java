/** Lists taken along as workbooks: small ones at once, big ones in the background, very big ones by approval of another. */
@NullMarked
package org.uniongrid.exchange.exports;

import org.jspecify.annotations.NullMarked;
