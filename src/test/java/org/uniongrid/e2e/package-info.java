/** Stories: what people do in a browser, from sign-in to the end. */
@NullMarked
package org.uniongrid.e2e;

import org.jspecify.annotations.NullMarked;
