package org.uniongrid.access.webhooks;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that is to be made.
 *
 * @param id made when the form was shown, so that the form sent twice makes one
 * @param unit whose subtree it is told of, or null for the whole cell
 */
record NewHook(
        UUID id, String name, String address, @Nullable UUID unit, List<String> kinds) {}
