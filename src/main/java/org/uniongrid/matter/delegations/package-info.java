/** Handing one's work to a colleague for some days 委托. */
@NullMarked
package org.uniongrid.matter.delegations;

import org.jspecify.annotations.NullMarked;
