@NullMarked
package org.uniongrid.casework.work;

import org.jspecify.annotations.NullMarked;
