/** The access matrix: every endpoint by every role on records in every place, compared with a table that was read. */
@NullMarked
package org.uniongrid.matrix;

import org.jspecify.annotations.NullMarked;
