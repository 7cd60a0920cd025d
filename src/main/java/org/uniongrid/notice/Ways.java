package org.uniongrid.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;

/** By which wires somebody can be told, for the pages on which they choose. */
@Component
public class Ways {

    private final Recipients recipients;
    private final List<Wire> wires;

    Ways(Recipients recipients, List<Wire> wires) {
        this.recipients = recipients;
        this.wires = wires;
    }

    /** A wire as its reader knows it: where it leads, masked, or null where nothing is known. */
    public record Way(
            Channel channel, boolean real, @Nullable String to) {}

    public List<Way> of(Actor actor) {
        return wires.stream()
                .map(wire -> new Way(
                        wire.channel(),
                        wire.isReal(),
                        recipients
                                .find(wire.channel(), actor.personId())
                                .map(Recipients::masked)
                                .orElse(null)))
                .toList();
    }
}
