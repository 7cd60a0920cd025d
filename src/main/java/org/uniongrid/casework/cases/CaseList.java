package org.uniongrid.casework.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.casework.Channel;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.matter.MatterState;
import org.uniongrid.matter.Matters;

/** The cases that an actor may see, the latest first. */
@Repository
class CaseList {

    static final int SIZE = 30;
    static final int COUNTED = 10_000;

    /** Within a reach with more than these, the latest of all are looked through; else those in it are sorted. */
    private static final int FEW = 10_000;

    private static final Keyset LATEST = Keyset.descending("casework.case_file", "f", "matter_id");

    private static final String COLUMNS = """
            select f.public_id as row_id, m.public_id, m.title, m.person_name, m.asked_name, m.year, m.nr, m.opened_at, k.name as kind,
                   k.name_en as kind_en, f.channel, f.urgent, f.employer, f.claimed, f.agreed, f.paid, f.heads,
                   (select nullif(min(t.due_at), 'infinity') from matter.task t where t.matter_id = m.id and t.state = 'OPEN') as due,\s""" + Matters.STATE + " as state ";

    private static final String FROM = """
             from casework.case_file f join matter.matter m on m.id = f.matter_id join casework.kind k on k.id = f.kind_id where\s""";

    private static final String NEAR = """
            f.matter_id = any (array(select matter_id from matter.near(:reach)
                union select p.matter_id from matter.party p where p.person_id = :person)) and\s""";

    private final JdbcClient db;
    private final Clock clock;

    CaseList(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One line. @param rowId by which the list goes on; sums in fen */
    record Row(
            UUID rowId,
            UUID matter,
            String title,
            String caller,
            String unit,
            int year,
            int nr,
            Instant at,
            String kind,
            String kindEnglish,
            Channel channel,
            boolean urgent,
            @Nullable String employer,
            long claimed,
            long agreed,
            long paid,
            int heads,
            @Nullable Instant due,
            MatterState state) {

        boolean isLate(Instant now) {
            return due != null && due.isBefore(now);
        }
    }

    Page<Row> page(Actor actor, CaseFilter filter, Cursor cursor) {
        return LATEST.page(cursor, SIZE, Row::rowId, tail -> rows(actor, filter, tail));
    }

    /** The next ones after a row, for a file. */
    List<Row> after(Actor actor, CaseFilter filter, @Nullable UUID row, int most) {
        return LATEST.page(new Cursor(row, false), most, Row::rowId, tail -> rows(actor, filter, tail))
                .rows();
    }

    private List<Row> rows(Actor actor, CaseFilter filter, Keyset.Tail tail) {
        return with(actor, filter, COLUMNS + FROM + seen(actor) + narrowed(filter) + tail.sql())
                .param("row", tail.row())
                .param("limit", tail.limit())
                .query((row, number) -> row(row))
                .list();
    }

    /** Counted up to a limit. */
    int count(Actor actor, CaseFilter filter, int most) {
        return with(
                        actor,
                        filter,
                        "select count(*) from (select 1 " + FROM + seen(actor) + narrowed(filter)
                                + " limit :most) found")
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private String seen(Actor actor) {
        return (isFew(actor) ? NEAR : "") + Matters.VISIBLE;
    }

    private static String narrowed(CaseFilter filter) {
        return (filter.kind() == null
                        ? ""
                        : " and (k.public_id = :kind or k.parent_id = (select id from casework.kind where public_id = :kind))")
                + (filter.state() == null ? "" : " and " + Matters.STATE + " = :state")
                + (filter.urgent() ? " and f.urgent" : "")
                + (filter.isNumber() ? " and m.year = :year and m.nr = :nr" : "")
                + (filter.query().isEmpty() ? "" : " and f.search @@ :query::tsquery")
                + (!filter.q().isEmpty() && !filter.isNumber() && filter.query().isEmpty() ? " and false" : "")
                + (filter.late()
                        ? " and exists (select from matter.task t where t.matter_id = m.id and t.state = 'OPEN' and t.due_at < :now)"
                        : "");
    }

    private JdbcClient.StatementSpec with(Actor actor, CaseFilter filter, String sql) {
        var number = filter.isNumber() ? filter.q().split("-") : new String[] {"0", "0"};
        return db.sql(sql)
                .param("person", actor.personId())
                .param("reach", Matters.reach(actor).asArray())
                .param("kind", filter.kind())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("year", Integer.parseInt(number[0]))
                .param("nr", Integer.parseInt(number[1]))
                .param("query", filter.query())
                .param("now", OffsetDateTime.now(clock));
    }

    private boolean isFew(Actor actor) {
        return db.sql("select count(*) from (select from matter.near(:reach) limit :few) found")
                        .param("reach", Matters.reach(actor).asArray())
                        .param("few", FEW)
                        .query(Integer.class)
                        .single()
                < FEW;
    }

    private static Row row(ResultSet row) throws SQLException {
        var due = row.getObject("due", OffsetDateTime.class);
        return new Row(
                row.getObject("row_id", UUID.class),
                row.getObject("public_id", UUID.class),
                row.getString("title"),
                row.getString("person_name"),
                row.getString("asked_name"),
                row.getInt("year"),
                row.getInt("nr"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("kind_en"),
                Channel.valueOf(row.getString("channel")),
                row.getBoolean("urgent"),
                row.getString("employer"),
                row.getLong("claimed"),
                row.getLong("agreed"),
                row.getLong("paid"),
                row.getInt("heads"),
                due == null ? null : due.toInstant(),
                MatterState.valueOf(row.getString("state")));
    }
}
