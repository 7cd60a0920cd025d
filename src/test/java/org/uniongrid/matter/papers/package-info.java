@NullMarked
package org.uniongrid.matter.papers;

import org.jspecify.annotations.NullMarked;
