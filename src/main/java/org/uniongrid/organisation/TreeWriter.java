package org.uniongrid.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Unscoped;

/**
 * Writes changes of the tree, for a day that is today or later. On that day nothing may begin after it for the unit: what
 * stands then is cut off there and goes on in its new way. Whoever calls it has judged who may do so.
 */
@Component
@Unscoped("gives out nothing of what it reads")
public class TreeWriter {

    private final JdbcClient db;
    private final UnitNames names;
    private final UnitEnds ends;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TreeWriter(JdbcClient db, UnitNames names, UnitEnds ends, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.names = names;
        this.ends = ends;
        this.events = events;
        this.clock = clock;
    }

    /** Until the transaction ends, nobody else moves units or enters some. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        db.sql("select pg_advisory_xact_lock(hashtext('organisation.place'))").query(row -> {});
    }

    /** Numbers for units that are about to be founded. */
    public List<Long> reserve(int count) {
        return db.sql("select nextval(pg_get_serial_sequence('organisation.unit', 'id')) from generate_series(1, ?)")
                .param(count)
                .query(Long.class)
                .list();
    }

    /** Writes them in this order: parents before those that come to stand under them, ends last. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<TreeStep> steps, LocalDate day, String reason) {
        for (var step : steps) write(step, day, reason);
        var left = steps.stream().filter(TreeWriter::isLeft).map(TreeStep::unit).toList();
        if (!left.isEmpty() && !day.isAfter(LocalDate.now(clock))) events.publishEvent(new PeopleLeft(left));
    }

    /** Whether nobody works there then. */
    private static boolean isLeft(TreeStep step) {
        return step instanceof TreeStep.End || step instanceof TreeStep.Close || step instanceof TreeStep.Suspend;
    }

    /** Has the database judge now what it else judges at the commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prove() {
        db.sql("set constraints all immediate").update();
        db.sql("set constraints all deferred").update();
    }

    /** What begins or ends today takes effect. May run any number of times. */
    @Transactional
    public void catchUp() {
        db.sql("select organisation.catch_up()").query(row -> {});
        names.refresh();
    }

    private void write(TreeStep step, LocalDate day, String reason) {
        switch (step) {
            case TreeStep.Found it -> found(it, day);
            case TreeStep.Rename it -> rename(it, day);
            case TreeStep.Place it -> place(it.unit(), it.parent(), day);
            case TreeStep.Suspend it -> state(it.unit(), "SUSPENDED", day, reason);
            case TreeStep.Resume it -> state(it.unit(), null, day, reason);
            case TreeStep.Cover it -> cover(it, day);
            case TreeStep.Close it -> ends.closePosts(it.unit(), day, reason);
            case TreeStep.End it -> {
                ends.close(it.unit(), day, reason);
                state(it.unit(), "DISSOLVED", day, reason);
                db.sql("update organisation.unit set rest_id = ? where id = ?")
                        .params(it.rest(), it.unit())
                        .update();
            }
        }
    }

    private void found(TreeStep.Found step, LocalDate day) {
        var union = step.union();
        db.sql("""
                        insert into organisation.unit (id, public_id, code, category, tier, division, founded_on, founding_way,
                            reply_number, name, search)
                        values (:id, :publicId, :code, :category, :tier, :division, :foundedOn, :foundingWay, :replyNumber, :name,
                            :search::tsvector)
                        """)
                .param("id", step.unit())
                .param("publicId", step.publicId())
                .param("code", union.code())
                .param("category", union.category().name())
                .param("tier", union.tier() == null ? null : union.tier().name())
                .param("division", union.division())
                .param("foundedOn", union.foundedOn())
                .param("foundingWay", union.foundingWay())
                .param("replyNumber", union.replyNumber())
                .param("name", union.name())
                .param("search", SearchText.of(union.name(), union.code()))
                .update();
        db.sql("insert into organisation.unit_name (unit_id, name, during) values (?, ?, daterange(?, null))")
                .params(step.unit(), union.name(), day)
                .update();
        place(step.unit(), step.parent(), day);
    }

    private void rename(TreeStep.Rename step, LocalDate day) {
        Cut.at("unit_name", "unit_id = :unit", step.unit(), day, db);
        db.sql("insert into organisation.unit_name (unit_id, name, during) values (?, ?, daterange(?, null))")
                .params(step.unit(), step.name(), day)
                .update();
        if (!day.isAfter(LocalDate.now(clock))) names.refresh(List.of(step.unit()));
    }

    private void place(long unit, long parent, LocalDate day) {
        Cut.at("place", "unit_id = :unit and line_id = 1", unit, day, db);
        db.sql("""
                        insert into organisation.place (unit_id, line_id, parent_id, during)
                        values (?, 1, ?, daterange(?, null))
                        """).params(unit, parent, day).update();
    }

    private void state(long unit, @Nullable String state, LocalDate day, String reason) {
        Cut.at("unit_state", "unit_id = :unit", unit, day, db);
        if (state == null) return;
        db.sql("""
                        insert into organisation.unit_state (unit_id, state, during, reason)
                        values (?, ?, daterange(?, null), ?)
                        """).params(unit, state, day, reason).update();
    }

    /**
     * For as long as the former one would have gone on, in the same way where the new one may; an employer that it covers
     * already on some of these days is covered once.
     */
    private void cover(TreeStep.Cover step, LocalDate day) {
        var employers = step.employers().toArray(Long[]::new);
        if (step.to() != null)
            db.sql("""
                            with going as (
                                select c.employer_id, c.mode, c.during * daterange(:day, null) as during from organisation.cover c
                                where c.unit_id = :unit and c.employer_id = any (:employers) and c.during && daterange(:day, null))
                            insert into organisation.cover (employer_id, unit_id, mode, during)
                            select g.employer_id, u.id, case when g.mode = any (:modes) then g.mode else 'COVERED' end, free.during
                            from going g join organisation.unit u on u.id = :to
                            cross join lateral (
                                select range_agg(c.during) as during from organisation.cover c
                                where c.employer_id = g.employer_id and c.unit_id = u.id) own
                            cross join lateral unnest(
                                datemultirange(g.during) - coalesce(own.during, '{}'::datemultirange)) as free (during)
                            """)
                    .param("unit", step.unit())
                    .param("employers", employers)
                    .param("day", day)
                    .param("to", step.to())
                    .param("modes", modes(step.to()))
                    .update();
        Cut.at("cover", "unit_id = :unit and employer_id = any (:employers)", step.unit(), employers, day, db);
    }

    /** In which ways a unit may cover employers, by its kind. */
    private String[] modes(long unit) {
        var category = db.sql("select category from organisation.unit where id = ?")
                .param(unit)
                .query(Category.class)
                .single();
        return Arrays.stream(CoverMode.values())
                .filter(mode -> Covers.covers(category, mode))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
