package org.uniongrid.access;

import java.util.Map;
import org.uniongrid.foundation.Scope;

/**
 * Something that happened, for other systems.
 *
 * @param kind key of a {@link HookKind}
 * @param id names this event for good, such as {@code membership.joined:<id>}; letters, digits and {@code . : _ -}, 200 at most
 * @param scope the place in the tree that it concerns
 * @param facts public ids and states only: never names, numbers or contact data
 */
public record HookEvent(String kind, String id, Scope scope, Map<String, String> facts) {

    public HookEvent {
        if (!id.matches("[A-Za-z0-9.:_-]{1,200}")) throw new IllegalArgumentException("no id of an event");
        facts = Map.copyOf(facts);
    }
}
