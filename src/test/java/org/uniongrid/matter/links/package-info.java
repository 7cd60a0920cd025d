@NullMarked
package org.uniongrid.matter.links;

import org.jspecify.annotations.NullMarked;
