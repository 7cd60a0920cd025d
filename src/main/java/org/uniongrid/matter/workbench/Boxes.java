package org.uniongrid.matter.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.Matters;

/** The SQL of the boxes: which matters stand in each of them, of those that the reader may see, and in which order. */
@Component
@Unscoped("for the lists, which ask in the name of an actor: every box is narrowed by what that actor may see")
class Boxes {

    /** Words are rare that fewer than {@code OFTEN} of the latest {@code SAMPLE} matters have in their title. */
    private static final int SAMPLE = 10_000;

    private static final int OFTEN = 5;

    private static final Keyset WAITING = Keyset.ascending("matter.task", "t", "due_at", "id");
    private static final Keyset LATEST = Keyset.descending("matter.matter", "m", "id");
    private static final Keyset TOUCHED = Keyset.descending("matter.hand", "h", "last_at", "id");

    private static final String LATE_STEP = " and t.due_at < :now";
    private static final String LATE =
            " and exists (select from matter.task t where t.matter_id = m.id and t.state = 'OPEN' and t.due_at < :now)";

    /** The chosen post, and those that it has the work of. */
    private static final String HELD = """
            select 'POST' as kind, o.id from organisation.post o where o.public_id = :post
            union all select 'POST', d.post_id from organisation.post o join matter.delegation d on d.to_post_id = o.id
                and d.during @> :today and d.ended_at is null where o.public_id = :post
            """;

    /** The pool of the unit of the chosen post, and the posts there that nobody holds any more. */
    private static final String POOL = """
            select 'POOL' as kind, o.unit_id as id from organisation.post o where o.public_id = :post
            union all select 'POST', v.id from organisation.post o join organisation.post v on v.unit_id = o.unit_id
                where o.public_id = :post and not exists (
                    select from organisation.tenure n where n.post_id = v.id and n.during @> :today)
            """;

    /** What each of them has, in the order of the index: never all of it, to be sorted. */
    private static final String STEPS = """
             from (%s) holder cross join lateral (select %s
                from matter.task t join matter.matter m on m.id = t.matter_id
                left join matter.route_step s on s.route_id = m.route_id and s.key = t.step
                left join organisation.post h on t.holder_kind = 'POST' and h.id = t.holder_id and h.public_id <> :post
                where t.state = 'OPEN' and t.holder_kind = holder.kind and t.holder_id = holder.id and
            """ + Matters.VISIBLE;

    /** A signer's word is asked of one post alone, and some steps of a role alone. */
    private static final String TAKEN = """
             and t.kind <> 'SIGN'
            and (t.role_id is null or t.role_id = (select o.role_id from organisation.post o where o.public_id = :post))
            """;

    private static final String PARTY = """
             from matter.party p join matter.matter m on m.id = p.matter_id
            where p.part = :part and p.unit_id = (select o.unit_id from organisation.post o where o.public_id = :post) and
            """ + Matters.VISIBLE;

    private static final String HAND =
            " from matter.hand h join matter.matter m on m.id = h.matter_id where h.person_id = :person and "
                    + Matters.VISIBLE;

    private static final String DRAFTS = " from matter.matter m where m.person_id = :person and m.state = 'DRAFT'";

    private static final String ALL =
            " from matter.matter m where m.state in ('OPEN', 'ANSWERED', 'CLOSED') and " + Matters.VISIBLE;

    /** The few that lie within reach, before anything else is asked of them. */
    private static final String ALL_OF_FEW =
            " from matter.matter m where m.id = any (" + Matters.NEAR + ") and " + Matters.VISIBLE;

    private final JdbcClient db;
    private final Matters matters;
    private final Clock clock;

    Boxes(JdbcClient db, Matters matters, Clock clock) {
        this.db = db;
        this.matters = matters;
        this.clock = clock;
    }

    /** What is asked for, and by whom. */
    record Asked(Box box, Narrow narrow, Actor actor) {}

    static Keyset order(Box box) {
        return switch (box) {
            case HELD, POOL -> WAITING;
            case DONE -> TOUCHED;
            case ASKED, RECEIVED, COPIED, ALL, DRAFTS -> LATEST;
        };
    }

    /**
     * Rows of a box.
     *
     * @param columns of a matter {@code m}, and of the task {@code t} or the hand {@code h} where the box has these
     */
    JdbcClient.StatementSpec rows(Asked asked, String columns, Keyset.Tail tail) {
        var conditions = narrowed(asked) + tail.sql();
        var sql = asked.box().isOfTasks()
                ? "select t.*" + steps(asked.box(), columns, conditions) + tail.order() + " limit :limit"
                : "select " + columns + matters(asked) + conditions;
        return with(asked, sql).param("row", tail.row()).param("limit", tail.limit());
    }

    /** How many there are, counted up to a limit. */
    int count(Asked asked, int most) {
        var conditions = narrowed(asked) + " limit :limit";
        var sql = asked.box().isOfTasks()
                ? "select 1" + steps(asked.box(), "1", conditions) + " limit :limit"
                : "select 1" + matters(asked) + conditions;
        return with(asked, "select count(*) from (" + sql + ") found")
                .param("limit", most)
                .query(Integer.class)
                .single();
    }

    private static String steps(Box box, String columns, String conditions) {
        var holders = box == Box.HELD ? HELD : POOL;
        return STEPS.formatted(holders, columns) + (box == Box.HELD ? "" : TAKEN) + conditions + ") t";
    }

    private String matters(Asked asked) {
        return switch (asked.box()) {
            case ASKED, RECEIVED, COPIED -> PARTY;
            case DONE -> HAND;
            case ALL -> matters.areFew(asked.actor()) ? ALL_OF_FEW : ALL;
            case DRAFTS -> DRAFTS;
            case HELD, POOL -> throw new IllegalArgumentException("of steps");
        };
    }

    private String narrowed(Asked asked) {
        var narrow = asked.narrow();
        var late = !narrow.late() || asked.box() == Box.DONE ? "" : asked.box().isOfTasks() ? LATE_STEP : LATE;
        return narrow.sql(narrow.hasWords() && isRare(asked)) + late;
    }

    private static String part(Box box) {
        return switch (box) {
            case ASKED -> "ASKER";
            case RECEIVED -> "HANDLER";
            case COPIED -> "COPIED";
            case HELD, POOL, DONE, ALL, DRAFTS -> "";
        };
    }

    private JdbcClient.StatementSpec with(Asked asked, String sql) {
        var narrow = asked.narrow();
        var post = asked.actor().chosen();
        return db.sql(sql)
                .param("part", part(asked.box()))
                .param("post", post == null ? null : post.id())
                .param("person", asked.actor().personId())
                .param("reach", Matters.reach(asked.actor()).asArray())
                .param("today", LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock))
                .param("kind", narrow.kind())
                .param("state", narrow.state() == null ? null : narrow.state().name())
                .param("year", narrow.year())
                .param("nr", narrow.nr())
                .param("heldBy", narrow.post())
                .param("query", narrow.query())
                .param("words", narrow.words());
    }

    private boolean isRare(Asked asked) {
        return with(
                                asked,
                                "select count(*) from (select from (select m.title, m.search from matter.matter m order by m.id desc limit "
                                        + SAMPLE + ") m where true" + Narrow.COMMON + Narrow.TOGETHER + " limit "
                                        + OFTEN + ") found")
                        .query(Integer.class)
                        .single()
                < OFTEN;
    }
}
