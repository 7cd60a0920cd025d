package org.uniongrid.notice.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Wire;

/** How the wires are: whether set up, when one last got through, when and why one last did not. Reads only. */
@Component
public class WireList {

    /** Nobody counts further. */
    static final int MOST = 1000;

    private final JdbcClient db;
    private final List<Wire> wires;

    WireList(JdbcClient db, List<Wire> wires) {
        this.db = db;
        this.wires = wires;
    }

    /** One wire. Waiting is counted up to {@link #MOST}. */
    public record Row(
            Channel channel,
            boolean real,
            @Nullable OffsetDateTime lastSuccess,
            @Nullable OffsetDateTime lastFailure,
            @Nullable String trouble,
            int waiting,
            int inDoubt) {

        /** Whether it failed since it last got through. */
        public boolean isTroubled() {
            return lastFailure != null && (lastSuccess == null || lastFailure.isAfter(lastSuccess));
        }
    }

    private record Counts(
            @Nullable OffsetDateTime lastSuccess,
            @Nullable OffsetDateTime lastFailure,
            @Nullable String trouble,
            int waiting,
            int inDoubt) {}

    List<Row> all(Reach reach) {
        if (!(reach instanceof Reach.Cell)) return List.of();
        return wires.stream().map(this::row).toList();
    }

    private Row row(Wire wire) {
        var counts = db.sql("""
                        select (select max(sent_at) from notice.delivery where channel = :channel) as last_success,
                               failed.failed_at as last_failure, failed.trouble,
                               (select count(*) from (select from notice.delivery
                                   where channel = :channel and state = 'WAITING' limit :most) w) as waiting,
                               (select count(*) from (select from notice.delivery
                                   where channel = :channel and state = 'IN_DOUBT' limit :most) d) as in_doubt
                        from (select) one left join lateral (
                            select failed_at, trouble from notice.delivery
                            where channel = :channel and failed_at is not null
                            order by failed_at desc limit 1) failed on true
                        """)
                .param("channel", wire.channel().name())
                .param("most", MOST)
                .query(Counts.class)
                .single();
        return new Row(
                wire.channel(),
                wire.isReal(),
                counts.lastSuccess(),
                counts.lastFailure(),
                counts.trouble(),
                counts.waiting(),
                counts.inDoubt());
    }
}
