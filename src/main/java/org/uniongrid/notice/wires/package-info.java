/** The ways out of the house: SMTP, the SMS provider, WeChat. */
@NullMarked
package org.uniongrid.notice.wires;

import org.jspecify.annotations.NullMarked;
