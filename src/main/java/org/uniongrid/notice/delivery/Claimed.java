package org.uniongrid.notice.delivery;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.NoticePreference;

/** A delivery that this process has taken for a while, with its notice and how the person wishes to be told. */
record Claimed(
        long id,
        Channel channel,
        int attempts,
        long noticeId,
        UUID noticePublicId,
        @Nullable Long personId,
        String kind,
        String words,
        @Nullable String secrets,
        @Nullable String href,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime readAt,
        String language,
        boolean quiet,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        boolean inboxOnly) {

    NoticePreference wish() {
        return new NoticePreference(language, true, true, true, quiet, quietFrom, quietTo, inboxOnly);
    }
}
