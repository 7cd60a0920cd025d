/** One case at work 办理: who claims what, what is agreed and paid, cases that belong together, and the follow-up. */
@NullMarked
package org.uniongrid.casework.handling;

import org.jspecify.annotations.NullMarked;
