package org.uniongrid.organisation.lines;

import static org.uniongrid.organisation.lines.LineRule.*;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.UnitDirectory.Found;

/** Where lines of industries are made, and unions put into them and taken out. All are handed in as found within reach. */
@Component
class LineDesk {

    static final String EDIT = "organisation.line.edit";

    private static final String SUBJECT = "organisation.line";

    private final JdbcClient db;
    private final AuditTrail trail;

    LineDesk(JdbcClient db, AuditTrail trail) {
        this.db = db;
        this.trail = trail;
    }

    /** From the first day; until the day before another, or without an end. */
    record Span(LocalDate from, @Nullable LocalDate until) {}

    @Transactional
    UUID create(Actor actor, String name, Found head, LocalDate from) {
        LINE_IS_HEADED_BY_AN_INDUSTRY_FEDERATION.require(head.category() == Category.INDUSTRIAL);
        var span = new Span(from, null);
        UNIT_STANDS_IN_THE_TREE_THEN.require(isInTree(head, span));
        var id = insert(name);
        place(head, id, null, span);
        trail.add(
                actor,
                Deed.of("organisation.line.create", SUBJECT, id, name)
                        .with("line-head", null, head.name())
                        .with("line-from", null, from.toString()));
        return id;
    }

    private UUID insert(String name) {
        try {
            return db.sql("insert into organisation.line (kind, name) values ('INDUSTRY', ?) returning public_id")
                    .param(name)
                    .query(UUID.class)
                    .single();
        } catch (DuplicateKeyException another) {
            throw new RuleBroken(LINE_NAME_IS_NEW);
        }
    }

    @Transactional
    void put(Actor actor, Line line, Found unit, Found parent, Span span) {
        lock(line);
        LINE_IS_NOT_OVER.require(!line.isOver(span.from()));
        STAND_IN_A_LINE_ENDS_AFTER_IT_BEGINS.require(
                span.until() == null || span.until().isAfter(span.from()));
        UNIT_STANDS_IN_THIS_LINE_ONCE.require(!stands(unit, line, span));
        UNIT_STANDS_IN_THE_TREE_THEN.require(isInTree(unit, span));
        PARENT_STANDS_IN_THIS_LINE_THEN.require(covers(parent, line.id(), span));
        place(unit, line.publicId(), parent, span);
        trail.add(
                actor,
                deed("organisation.line.put", line)
                        .with("line-unit", null, unit.name())
                        .with("line-parent", null, parent.name())
                        .with("line-from", null, span.from().toString())
                        .with("line-until", null, text(span.until())));
    }

    /** From this day the unit stands in the line no longer. With its head a line is over. */
    @Transactional
    void takeOut(Actor actor, Line line, Found unit, LocalDate day) {
        lock(line);
        UNIT_STANDS_IN_THIS_LINE_NOW.require(stands(unit, line, new Span(day.minusDays(1), null)));
        NOTHING_STANDS_BELOW_IN_THIS_LINE.require(!hasBelow(unit, line, day));
        db.sql("""
                        delete from organisation.place
                        where line_id = :line and unit_id = :unit and lower(during) >= :day
                        """)
                .param("line", line.id())
                .param("unit", unit.id())
                .param("day", day)
                .update();
        db.sql("""
                        update organisation.place set during = daterange(lower(during), :day)
                        where line_id = :line and unit_id = :unit and (upper_inf(during) or upper(during) > :day)
                        """)
                .param("day", day)
                .param("line", line.id())
                .param("unit", unit.id())
                .update();
        trail.add(
                actor,
                deed("organisation.line.take-out", line)
                        .with("line-unit", unit.name(), null)
                        .with("line-until", null, day.toString()));
    }

    /** Who changes a line waits for whoever does too. */
    private void lock(Line line) {
        db.sql("select from organisation.line where id = ? for update")
                .param(line.id())
                .query(row -> {});
    }

    private void place(Found unit, UUID line, @Nullable Found parent, Span span) {
        db.sql("""
                        insert into organisation.place (unit_id, line_id, parent_id, during)
                        select :unit, l.id, :parent, daterange(:from, :until) from organisation.line l where l.public_id = :line
                        """)
                .param("unit", unit.id())
                .param("line", line)
                .param("parent", parent == null ? null : parent.id())
                .param("from", span.from())
                .param("until", span.until())
                .update();
    }

    private boolean stands(Found unit, Line line, Span span) {
        return is(
                "select exists (select from organisation.place where unit_id = :unit and line_id = :line"
                        + " and during && daterange(:from, :until))",
                unit,
                line.id(),
                span);
    }

    private boolean isInTree(Found unit, Span span) {
        return is(
                "select exists (select from organisation.place where unit_id = :unit and line_id = :line"
                        + " and during @> cast(:from as date))",
                unit,
                1,
                span);
    }

    private boolean covers(Found parent, long line, Span span) {
        return is(
                "select coalesce((select range_agg(during) @> daterange(:from, :until) from organisation.place"
                        + " where unit_id = :unit and line_id = :line), false)",
                parent,
                line,
                span);
    }

    private boolean hasBelow(Found unit, Line line, LocalDate day) {
        return is(
                "select exists (select from organisation.place where parent_id = :unit and line_id = :line"
                        + " and (upper_inf(during) or upper(during) > cast(:from as date)))",
                unit,
                line.id(),
                new Span(day, null));
    }

    private boolean is(String sql, Found unit, long line, Span span) {
        return db.sql(sql)
                .param("unit", unit.id())
                .param("line", line)
                .param("from", span.from())
                .param("until", span.until())
                .query(Boolean.class)
                .single();
    }

    private static Deed deed(String action, Line line) {
        return Deed.of(action, SUBJECT, line.publicId(), line.name());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
