/** Room: roles. What a post may do, how far it reaches, and which roles nobody holds together. */
@NullMarked
package org.uniongrid.organisation.roles;

import org.jspecify.annotations.NullMarked;
