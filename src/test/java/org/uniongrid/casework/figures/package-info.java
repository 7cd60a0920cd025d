@NullMarked
package org.uniongrid.casework.figures;

import org.jspecify.annotations.NullMarked;
