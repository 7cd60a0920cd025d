/** Room: upward. What is reported to the union register above us: batches, receipts, and what has changed since. */
@NullMarked
package org.uniongrid.organisation.upward;

import org.jspecify.annotations.NullMarked;
