/** The audit trail: who did what, kept so that tampering shows. */
@NullMarked
package org.uniongrid.access.trail;

import org.jspecify.annotations.NullMarked;
