package org.uniongrid.casework.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.casework.CaseKind;
import org.uniongrid.casework.CaseKinds;
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
    static final int COUNTED = 1_000;

    private static final Keyset LATEST = Keyset.descending("casework.case_file", "f", "matter_id");

    private static final String COLUMNS = """
            select f.public_id as row_id, m.public_id, m.title, m.person_name, m.asked_name, m.year, m.nr, m.opened_at, f.kind_id, f.channel,
                   f.urgent, f.employer, f.claimed, f.agreed, f.paid, f.heads, f.state,
                   (select nullif(min(t.due_at), 'infinity') from matter.task t where t.matter_id = f.matter_id and t.state = 'OPEN') as due
            """;

    /** One by one in the order of the list, each asked of its matter: never all of them. */
    private static final String FROM =
            " from casework.case_file f cross join lateral (select m.* from matter.matter m where m.id = f.matter_id and "
                    + Matters.VISIBLE + " limit 1) m where true";

    /** Few cases have the words: those first. */
    private static final String RARE = """
             and f.id = any (array(select s.id from casework.case_file s where s.search @@ :query::tsquery limit 1000))
            """;

    private static final String COMMON = " and f.search @@ :query::tsquery";

    /** Words are rare that fewer than {@code OFTEN} of the latest {@code SAMPLE} cases have. */
    private static final int SAMPLE = 5_000;

    private static final int OFTEN = 5;

    private final JdbcClient db;
    private final CaseKinds kinds;
    private final Matters matters;
    private final Clock clock;

    CaseList(JdbcClient db, CaseKinds kinds, Matters matters, Clock clock) {
        this.db = db;
        this.kinds = kinds;
        this.matters = matters;
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
            long kind,
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
        return with(actor, filter, COLUMNS + FROM + near(actor) + narrowed(filter) + tail.sql())
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
                        "select count(*) from (select 1" + FROM + near(actor) + narrowed(filter)
                                + " limit :most) found")
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private String near(Actor actor) {
        return matters.areFew(actor) ? " and f.matter_id = any (" + Matters.NEAR + ")" : "";
    }

    private String narrowed(CaseFilter filter) {
        return (filter.kind() == null ? "" : " and f.kind_id = any (:kinds)")
                + (filter.state() == null ? "" : " and f.state = :state")
                + (filter.urgent() ? " and f.urgent" : "")
                + (filter.unit() == null
                        ? ""
                        : " and f.unit_id = (select id from organisation.unit where public_id = :unit)")
                + (filter.month() == null ? "" : " and f.month = :month")
                + (filter.isNumber() ? " and f.year = :year and f.nr = :nr" : "")
                + (filter.query().isEmpty() ? "" : isRare(filter) ? RARE : COMMON)
                + (filter.asked()
                        ? " and organisation.sees(:reach, (select u.scope from organisation.unit u where u.id = f.unit_id))"
                        : "")
                + (!filter.q().isEmpty() && !filter.isNumber() && filter.query().isEmpty() ? " and false" : "")
                + (filter.late()
                        ? " and f.state = 'OPEN' and (select min(t.due_at) from matter.task t where t.matter_id = f.matter_id and t.state = 'OPEN') < :now"
                        : "");
    }

    private JdbcClient.StatementSpec with(Actor actor, CaseFilter filter, String sql) {
        var number = filter.isNumber() ? filter.q().split("-") : new String[] {"0", "0"};
        return db.sql(sql)
                .param("person", actor.personId())
                .param("reach", Matters.reach(actor).asArray())
                .param("kinds", kinds(filter))
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("year", Integer.parseInt(number[0]))
                .param("nr", Integer.parseInt(number[1]))
                .param("unit", filter.unit())
                .param(
                        "month",
                        filter.month() == null
                                ? null
                                : filter.month().getYear() * 100
                                        + filter.month().getMonthValue())
                .param("query", filter.query())
                .param("now", OffsetDateTime.now(clock));
    }

    /** Internal ids of a kind and those below it; none where no kind is asked for. */
    private Long[] kinds(CaseFilter filter) {
        if (filter.kind() == null) return new Long[0];
        var kind = kinds.find(filter.kind());
        return kinds.all().stream()
                .filter(one -> one.id() == kind.id() || Objects.equals(one.parent(), kind.id()))
                .map(CaseKind::id)
                .toArray(Long[]::new);
    }

    private boolean isRare(CaseFilter filter) {
        return db.sql("""
                        select count(*) from (
                            select from (select f.search from casework.case_file f order by f.matter_id desc limit :sample) f
                            where f.search @@ :query::tsquery limit :often) found
                        """)
                        .param("sample", SAMPLE)
                        .param("query", filter.query())
                        .param("often", OFTEN)
                        .query(Integer.class)
                        .single()
                < OFTEN;
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
                row.getLong("kind_id"),
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
