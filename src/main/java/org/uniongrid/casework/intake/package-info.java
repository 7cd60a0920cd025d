/** Writing cases down 受理登记: at the hotline and the counter while the caller talks, and by workers on their phone. */
@NullMarked
package org.uniongrid.casework.intake;

import org.jspecify.annotations.NullMarked;
