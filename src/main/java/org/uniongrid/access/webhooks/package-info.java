/** Other systems that are told of events: their addresses and secrets, and how they are told. */
@NullMarked
package org.uniongrid.access.webhooks;

import org.jspecify.annotations.NullMarked;
