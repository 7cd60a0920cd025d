/** Doubts about rolls 疑点: found by a job, put right or explained by the union itself, then looked at from above. */
@NullMarked
package org.uniongrid.membership.doubts;

import org.jspecify.annotations.NullMarked;
