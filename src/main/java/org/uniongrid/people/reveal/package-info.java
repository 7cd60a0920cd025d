/** Seeing personal data in full: with a purpose, counted, and on the audit trail. */
@NullMarked
package org.uniongrid.people.reveal;

import org.jspecify.annotations.NullMarked;
