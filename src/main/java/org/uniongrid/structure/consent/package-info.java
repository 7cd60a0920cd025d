/** Room: consent. Whoever may not decide a change alone asks the unit above that may: a matter whose answer is the consent. */
@NullMarked
package org.uniongrid.structure.consent;

import org.jspecify.annotations.NullMarked;
