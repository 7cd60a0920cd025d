package org.uniongrid.organisation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.foundation.WorkCalendar;

/** The working calendar of this cell, as far as the lists of its years are known. */
@Component
public class WorkCalendars {

    public static final String EDIT = "organisation.pack.edit";

    private final JdbcClient db;

    WorkCalendars(JdbcClient db) {
        this.db = db;
    }

    /** The calendar is one for the whole cell: for its own posts, and for those of the federation that stands above all. */
    public static boolean isKeptBy(Actor actor) {
        return switch (actor.reach(EDIT)) {
            case Reach.Cell _ -> true;
            case Reach.Units units ->
                units.subtrees().stream().anyMatch(scope -> scope.path().matches("/[^/]+/"));
            case Reach.Self _, Reach.Matters _, Reach.Receipt _ -> false;
        };
    }

    private record Day(LocalDate day, boolean works) {}

    /** From the year of this day on, which may begin in the December before. */
    @Unscoped("when people work is no secret")
    public WorkCalendar from(LocalDate day) {
        var year = day.getYear();
        var days = db.sql("select day, works from organisation.calendar_day where year >= ?")
                .param(year)
                .query(Day.class)
                .list();
        var years = db.sql("select year from organisation.calendar_year where year >= ?")
                .param(year)
                .query(Integer.class)
                .list();
        return new WorkCalendar(days.stream().collect(Collectors.toMap(Day::day, Day::works)), new HashSet<>(years));
    }
}
