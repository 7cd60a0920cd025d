/** What is known of a worker, how they are told, and where they are signed in. */
@NullMarked
package org.uniongrid.portal.me;

import org.jspecify.annotations.NullMarked;
