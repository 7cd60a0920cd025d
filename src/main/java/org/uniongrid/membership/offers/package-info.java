/** What a union offers 福利和政策: written at the desk, read behind its codes. */
@NullMarked
package org.uniongrid.membership.offers;

import org.jspecify.annotations.NullMarked;
