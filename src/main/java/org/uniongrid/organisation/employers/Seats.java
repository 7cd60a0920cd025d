package org.uniongrid.organisation.employers;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.DivisionCode;

/** Divisions as the seat of an employer: read from what was typed, and offered while typing. */
@Component
@Unscoped("divisions are known to everybody")
public class Seats {

    /** As many as a list can offer while somebody types. */
    private static final int OFFERED = 400;

    private static final Pattern CODE = Pattern.compile("([0-9]{2,12})\\D*$");

    private final JdbcClient db;

    Seats(JdbcClient db) {
        this.db = db;
    }

    /** A division, with the name it is told by: those of the divisions above before its own. */
    public record Seat(String code, String name) {

        /** As a form shows it and takes it. */
        public String text() {
            return name + " " + code;
        }
    }

    private static final String SEAT = """
            select d.code, (select string_agg(a.name, ' ' order by length(a.code)) from organisation.division a
                            where a.code in (left(d.code, 2), left(d.code, 4), left(d.code, 6), left(d.code, 9), d.code)
                              and (length(a.code) > 2 or a.code = d.code)) as name
            from organisation.division d
            """;

    /** Reads a code, a name with its code behind it, or a name that only one division has. */
    Optional<Seat> read(String typed) {
        var code = CODE.matcher(typed);
        if (code.find()) return DivisionCode.of(code.group(1)).flatMap(one -> find(one.code()));
        var named = db.sql(SEAT + " where d.name = :name limit 2")
                .param("name", typed)
                .query(Seat.class)
                .list();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    Optional<Seat> find(@Nullable String code) {
        return db.sql(SEAT + " where d.code = :code")
                .param("code", code)
                .query(Seat.class)
                .optional();
    }

    /** Down to townships, in and below the seat of the nearest federation at or above a unit. */
    List<Seat> near(Scope unit) {
        return db.sql("""
                        with home as (
                            select u.division from organisation.unit u
                            where u.id in (select ('x' || lpad(x, 16, '0'))::bit(64)::bigint
                                           from unnest(string_to_array(trim('/' from :path), '/')) x)
                              and u.division is not null and u.category = 'FEDERATION' order by length(u.scope) desc limit 1)
                        """ + SEAT + """
                         join home on d.code >= home.division and d.code < (home.division || ':') collate "C"
                        where length(d.code) <= 9 order by d.code limit :most
                        """)
                .param("path", unit.path())
                .param("most", OFFERED)
                .query(Seat.class)
                .list();
    }

    /** Whether an employer without a union that lies here stands within reach. */
    @Unscoped("tells only whether a division belongs to a federation within reach")
    boolean isWithin(@Nullable String division, Reach reach) {
        return db.sql("select organisation.sees(:reach, organisation.seat_scope(:division))")
                .param("reach", reach.asArray())
                .param("division", division)
                .query(Boolean.class)
                .single();
    }
}
