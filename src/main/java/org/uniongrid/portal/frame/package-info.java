/** What a phone keeps to show the pages like an app: name, icons, and a page for when there is no network. */
@NullMarked
package org.uniongrid.portal.frame;

import org.jspecify.annotations.NullMarked;
