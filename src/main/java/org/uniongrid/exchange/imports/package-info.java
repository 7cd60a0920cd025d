/** Taking in files: upload, check, and only then keep. */
@NullMarked
package org.uniongrid.exchange.imports;

import org.jspecify.annotations.NullMarked;
