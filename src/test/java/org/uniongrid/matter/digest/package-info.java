@NullMarked
package org.uniongrid.matter.digest;

import org.jspecify.annotations.NullMarked;
