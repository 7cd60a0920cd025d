/** The register as other systems read it: addresses under {@code /api/v1}, their description and a page about them. */
@NullMarked
package org.uniongrid.organisation.api;

import org.jspecify.annotations.NullMarked;
