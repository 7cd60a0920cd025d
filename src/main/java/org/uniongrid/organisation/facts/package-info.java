/** Room: facts. What the register knows of a union, shown and changed. */
@NullMarked
package org.uniongrid.organisation.facts;

import org.jspecify.annotations.NullMarked;
