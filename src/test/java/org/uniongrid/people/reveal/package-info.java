/** Tests of seeing personal data in full. */
@NullMarked
package org.uniongrid.people.reveal;

import org.jspecify.annotations.NullMarked;
