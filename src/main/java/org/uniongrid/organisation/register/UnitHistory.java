package org.uniongrid.organisation.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a union was called and where it stood over time. Takes a {@link Unit}, which {@link Units} finds within reach only. */
@Component
public class UnitHistory {

    private final JdbcClient db;

    UnitHistory(JdbcClient db) {
        this.db = db;
    }

    /** A name and when it was so; open where it still is. */
    public record Span(
            String text, LocalDate since, @Nullable LocalDate until) {}

    /** The union above in one line, or null at the top, and when it was so. */
    public record Place(
            String line,
            @Nullable UUID parent,
            @Nullable String name,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** When it was not simply at work, and why. */
    public record Halt(
            String state,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    /** Latest first. */
    public record Whole(List<Span> names, List<Place> places, List<Halt> halts) {}

    Whole of(Unit unit) {
        return new Whole(names(unit), places(unit), halts(unit));
    }

    private List<Span> names(Unit unit) {
        return db.sql("""
                        select name as text, lower(during) as since, upper(during) as until
                        from organisation.unit_name where unit_id = ? order by during desc
                        """).param(unit.id()).query(Span.class).list();
    }

    /** Where it stood over time, in every line. */
    private List<Place> places(Unit unit) {
        return db.sql("""
                        select l.name as line, u.public_id as parent, u.name, lower(p.during) as since, upper(p.during) as until
                        from organisation.place p
                        join organisation.line l on l.id = p.line_id
                        left join organisation.unit u on u.id = p.parent_id
                        where p.unit_id = ? order by p.line_id, p.during desc
                        """).param(unit.id()).query(Place.class).list();
    }

    private List<Halt> halts(Unit unit) {
        return db.sql("""
                        select state, lower(during) as since, upper(during) as until, reason
                        from organisation.unit_state where unit_id = ? order by during desc
                        """).param(unit.id()).query(Halt.class).list();
    }
}
