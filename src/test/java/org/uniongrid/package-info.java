/** The test kit, the walls between modules and the rules of the house. */
@NullMarked
package org.uniongrid;

import org.jspecify.annotations.NullMarked;
