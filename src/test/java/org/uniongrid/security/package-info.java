/** What somebody with bad intent would try, against the running house by HTTP. */
@NullMarked
package org.uniongrid.security;

import org.jspecify.annotations.NullMarked;
