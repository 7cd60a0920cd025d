/** The list of cases: narrowed, searched by words, and taken along. */
@NullMarked
package org.uniongrid.casework.cases;

import org.jspecify.annotations.NullMarked;
