@NullMarked
package org.uniongrid.casework.orders;

import org.jspecify.annotations.NullMarked;
