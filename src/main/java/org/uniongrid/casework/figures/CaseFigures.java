package org.uniongrid.casework.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Matters;

/** Counts the cases that were filed in a month that unions within reach have, and that the actor may see: what the list shows under the same filter. */
@Repository
class CaseFigures {

    /** So many unions stand in the table. */
    static final int MOST = 200;

    /** A case counts by its first reply and by what the caller said last. */
    private static final String SEEN = """
            with seen as materialized (
                select f.kind_id, f.unit_id, f.claimed, f.paid, m.id, m.outcome, reply.done_at, reply.due_at, said.stars
                from casework.case_file f join matter.matter m on m.id = f.matter_id join organisation.unit o on o.id = f.unit_id
                left join lateral (
                    select t.done_at, t.due_at from matter.task t
                    where t.matter_id = m.id and t.step = 'handle' and t.verdict = 'REPLY' order by t.id limit 1) reply on true
                left join lateral (
                    select v.stars from casework.visit v where v.case_id = f.id and v.stars is not null order by v.id desc limit 1) said on true
                where f.month = :month and organisation.sees(:reach, o.scope) and\s""" + Matters.VISIBLE + ")";

    private static final String SUMS = """
             count(*) as received, count(s.done_at) as answered, count(*) filter (where s.done_at <= s.due_at) as on_time,
                count(*) filter (where s.outcome = 'ANSWERED') as closed, count(*) filter (where s.outcome = 'REFUSED') as refused,
                count(s.stars) as rated, count(*) filter (where s.stars >= 4) as satisfied, coalesce(sum(s.claimed), 0) as claimed,
                coalesce(sum(s.paid), 0) as paid
            """;

    private final JdbcClient db;

    CaseFigures(JdbcClient db) {
        this.db = db;
    }

    /** @param claimed in fen, like what was paid */
    record Sums(
            long received,
            long answered,
            long onTime,
            long closed,
            long refused,
            long rated,
            long satisfied,
            long claimed,
            long paid) {

        /** In percent, rounded down so that 100 is all of them; null where there is nothing to take a share of. */
        static @Nullable Long share(long part, long whole) {
            return whole == 0 ? null : part * 100 / whole;
        }
    }

    /** One line of a table. @param id public id of the kind or union; null for all of them */
    record Line(@Nullable UUID id, String name, String english, Sums sums) {}

    /** @param days from its beginning to its end, on average, with one place */
    record StepTime(String step, long count, BigDecimal days) {}

    /** All of a month, by kind and by union, the most first. */
    record Month(Sums whole, List<Line> kinds, List<Line> unions) {}

    /** Counted in one pass. */
    Month month(Actor actor, YearMonth month) {
        var lines = with(
                        actor,
                        month,
                        SEEN
                                + " select coalesce(k.public_id, u.public_id) as id, coalesce(k.name, u.name, '') as name, "
                                + "coalesce(k.name_en, u.name, '') as name_en, c.* from (select s.kind_id, s.unit_id, "
                                + SUMS + """
                         from seen s group by grouping sets ((), (s.kind_id), (s.unit_id))) c
                        left join casework.kind k on k.id = c.kind_id left join organisation.unit u on u.id = c.unit_id
                        order by c.received desc, c.kind_id, c.unit_id
                        """)
                .query((row, number) -> new Counted(row.getObject("kind_id") != null, line(row)))
                .list();
        var whole = lines.stream()
                .map(Counted::line)
                .filter(line -> line.id() == null)
                .findFirst();
        return new Month(
                whole.orElseThrow().sums(),
                lines.stream().filter(Counted::kind).map(Counted::line).toList(),
                lines.stream()
                        .filter(one -> !one.kind() && one.line().id() != null)
                        .map(Counted::line)
                        .limit(MOST)
                        .toList());
    }

    private record Counted(boolean kind, Line line) {}

    /** How long each step took of those that are done with it. */
    List<StepTime> steps(Actor actor, YearMonth month) {
        return with(actor, month, SEEN + """
                        select t.step, count(*) as count, round(avg(extract(epoch from t.done_at - t.started_at)) / 86400, 1) as days
                        from seen s join matter.task t on t.matter_id = s.id
                        where t.kind = 'STEP' and t.state = 'DONE' group by t.step order by min(t.id)
                        """).query(StepTime.class).list();
    }

    private JdbcClient.StatementSpec with(Actor actor, YearMonth month, String sql) {
        return db.sql(sql)
                .param("person", actor.personId())
                .param("reach", Matters.reach(actor).asArray())
                .param("month", month.getYear() * 100 + month.getMonthValue());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getObject("id", UUID.class), row.getString("name"), row.getString("name_en"), sums(row));
    }

    private static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong("received"),
                row.getLong("answered"),
                row.getLong("on_time"),
                row.getLong("closed"),
                row.getLong("refused"),
                row.getLong("rated"),
                row.getLong("satisfied"),
                row.getLong("claimed"),
                row.getLong("paid"));
    }
}
