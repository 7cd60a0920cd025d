package org.uniongrid.access.webhooks;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another system that is told.
 *
 * @param unitName whose subtree it is told of, or null for the whole cell
 * @param failingSince since when nothing came through, or null
 */
record Hook(
        long id,
        UUID publicId,
        String name,
        String address,
        @Nullable String unitName,
        List<String> kinds,
        @Nullable OffsetDateTime oldUntil,
        OffsetDateTime madeAt,
        String madeBy,
        @Nullable OffsetDateTime pausedAt,
        @Nullable OffsetDateTime failingSince,
        @Nullable OffsetDateTime endedAt,
        State state) {

    /** Where it stands. */
    enum State {
        RUNNING("ok", "circle-check"),
        FAILING("warn", "alert-triangle"),
        PAUSED("mute", "clock"),
        GIVEN_UP("bad", "circle-x"),
        ENDED("mute", "circle-x");

        final String badge;
        final String icon;

        State(String badge, String icon) {
            this.badge = badge;
            this.icon = icon;
        }

        String key() {
            return "webhook.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    boolean isEnded() {
        return endedAt != null;
    }

    boolean isPaused() {
        return pausedAt != null;
    }
}
