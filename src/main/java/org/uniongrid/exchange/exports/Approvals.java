package org.uniongrid.exchange.exports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;

/** Exports that wait for approval, as whoever may decide sees them: of units that they reach with all below. */
@Repository
class Approvals {

    static final int SIZE = 20;

    private static final Keyset OLDEST = Keyset.ascending("exchange.export", "e", "id");

    private static final String WITHIN =
            " exists (select from unnest(:tops::text[]) as top where starts_with(e.scope, top))";

    private final JdbcClient db;
    private final Exports exports;

    Approvals(JdbcClient db, Exports exports) {
        this.db = db;
        this.exports = exports;
    }

    /** One's own among them: somebody else decides on it. */
    Page<Export> page(Reach reach, Cursor cursor) {
        return OLDEST.page(
                cursor,
                SIZE,
                Export::publicId,
                tail -> in(
                                reach,
                                "select " + Exports.COLUMNS + " from exchange.export e where e.state = 'WAITING' and"
                                        + WITHIN + tail.sql())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(exports::export)
                        .list());
    }

    /** Waiting, or decided already. */
    Export find(UUID id, Reach reach) {
        return in(reach, "select " + Exports.COLUMNS + """
                        from exchange.export e
                        where e.public_id = :id and (e.state = 'WAITING' or e.decided_at is not null) and""" + WITHIN)
                .param("id", id)
                .query(exports::export)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("export"));
    }

    /** Of several who decide at once, one does; without a reason it is approved and this process makes it. */
    Optional<Export> decide(Export waiting, Actor actor, @Nullable String reason, @Nullable UUID process, Instant now) {
        return db.sql("""
                update exchange.export e set
                    state = :state, reason = :reason, process_id = :process, decided_by = :person,
                    decided_name = :name, decided_at = :now, finished_at = case when :state = 'REFUSED' then :now end
                where e.id = :id and e.state = 'WAITING' and e.person_id <> :person
                returning\s""" + Exports.COLUMNS)
                .param("state", reason == null ? Export.State.MAKING.name() : Export.State.REFUSED.name())
                .param("reason", reason)
                .param("process", process)
                .param("person", actor.personId())
                .param("name", actor.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", waiting.id())
                .query(exports::export)
                .optional();
    }

    private StatementSpec in(Reach reach, String sql) {
        return db.sql(sql).param("tops", tops(reach).toArray(String[]::new));
    }

    /** A unit that is seen alone is no ground to decide about what stands below it. */
    private static List<String> tops(Reach reach) {
        return switch (reach) {
            case Reach.Cell _ -> List.of("/");
            case Reach.Units units -> units.subtrees().stream().map(Scope::path).toList();
            case Reach.Self _, Reach.Matters _, Reach.Receipt _ -> List.of();
        };
    }
}
