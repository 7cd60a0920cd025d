package org.uniongrid.organisation.calendar;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.calendar.CalendarYear.Day;
import org.uniongrid.organisation.calendar.CalendarYear.Source;

/** The years of the working calendar. */
@Repository
@Unscoped("when people work is no secret")
class CalendarYears {

    private final JdbcClient db;

    CalendarYears(JdbcClient db) {
        this.db = db;
    }

    /** Those whose list is known, the earliest first. */
    List<Integer> known() {
        return db.sql("select year from organisation.calendar_year order by year")
                .query(Integer.class)
                .list();
    }

    /** One year, be its list known or not; with the days of December that stand in the list of the next. */
    CalendarYear find(int year) {
        var source = db.sql("""
                        select y.article, y.changed_at, p.name from organisation.calendar_year y
                        left join people.person p on p.id = y.changed_by where y.year = ?
                        """)
                .param(year)
                .query((row, number) -> new Source(
                        row.getString("article"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("name")))
                .optional();
        var days = db.sql("""
                        select day, works, name from organisation.calendar_day
                        where year = :year or day between make_date(:year, 12, 20) and make_date(:year, 12, 31) order by day
                        """).param("year", year).query(Day.class).list();
        return new CalendarYear(year, source.orElse(null), days);
    }
}
