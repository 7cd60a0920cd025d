/** The tree of kinds of cases 诉求类别, and what operators may say of each. */
@NullMarked
package org.uniongrid.casework.kinds;

import org.jspecify.annotations.NullMarked;
