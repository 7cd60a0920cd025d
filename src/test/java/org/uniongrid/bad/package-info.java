/** A house where every rule is broken, so that the tests of the rules prove they would find it. */
@NullMarked
package org.uniongrid.bad;

import org.jspecify.annotations.NullMarked;
