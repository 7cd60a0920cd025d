/** Room: intake. Divisions, unions and employers taken in from lists. */
@NullMarked
package org.uniongrid.organisation.intake;

import org.jspecify.annotations.NullMarked;
