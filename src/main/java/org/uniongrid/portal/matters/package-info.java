/** What a worker has asked for, named by its kind until they look. */
@NullMarked
package org.uniongrid.portal.matters;

import org.jspecify.annotations.NullMarked;
