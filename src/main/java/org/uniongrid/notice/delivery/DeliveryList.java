package org.uniongrid.notice.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.notice.Channel;

/** What was sent or not, latest first: no contents, addresses masked. Reads only. */
@Component
public class DeliveryList {

    static final int SIZE = 50;

    private static final Keyset ORDER = Keyset.descending("notice.delivery", "d", "id");
    private static final String ROW = """
            select d.public_id, n.kind, n.person_id, n.created_at, d.channel, d.state, d.attempts, d.next_try_at, d.sent_at,
                   d.failed_at, d.recipient, d.provider_id, d.trouble
            from notice.delivery d join notice.notice n on n.id = d.notice_id
            """;

    private final JdbcClient db;

    DeliveryList(JdbcClient db) {
        this.db = db;
    }

    /** One way of one notice. */
    public record Row(
            UUID publicId,
            String kind,
            @Nullable Long personId,
            OffsetDateTime createdAt,
            Channel channel,
            State state,
            int attempts,
            OffsetDateTime nextTryAt,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime failedAt,
            @Nullable String recipient,
            @Nullable String providerId,
            @Nullable String trouble) {

        /** Whether it will not move by itself, so that somebody may decide. */
        public boolean standsStill() {
            return state == State.IN_DOUBT || state == State.FAILED;
        }
    }

    Page<Row> page(Reach reach, @Nullable State state, @Nullable Channel channel, Cursor cursor) {
        if (!(reach instanceof Reach.Cell)) return new Page<>(List.of(), null, null);
        var where = "where true" + (state == null ? "" : " and d.state = :state")
                + (channel == null ? "" : " and d.channel = :channel");
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql(ROW + where + tail.sql())
                        .param("state", state == null ? null : state.name())
                        .param("channel", channel == null ? null : channel.name())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    Row find(Reach reach, UUID id) {
        return db.sql(ROW + "where d.public_id = :id and :all")
                .param("id", id)
                .param("all", reach instanceof Reach.Cell)
                .query(Row.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("delivery"));
    }
}
