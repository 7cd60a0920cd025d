/** Orders of other systems 转办工单, such as 12345: handed in by their number, and their answers taken back. */
@NullMarked
package org.uniongrid.casework.orders;

import org.jspecify.annotations.NullMarked;
