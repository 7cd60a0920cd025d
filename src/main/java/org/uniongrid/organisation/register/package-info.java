/** Room: the register. The tree of unions, lists of unions and employers, a page for each. */
@NullMarked
package org.uniongrid.organisation.register;

import org.jspecify.annotations.NullMarked;
