@NullMarked
package org.uniongrid.casework;

import org.jspecify.annotations.NullMarked;
