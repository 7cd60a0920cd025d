package org.uniongrid.organisation.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.DivisionCode;

/** Divisions where a union may have its seat, found by code or by name. */
@Component
@Unscoped("divisions are public")
public class Seats {

    private static final int SHOWN = 12;

    private final JdbcClient db;

    Seats(JdbcClient db) {
        this.db = db;
    }

    /** A division with the way to it, such as 云州市 高新区. */
    public record Seat(String code, String name) {}

    /**
     * The one of this code, or those with these words in their name.
     *
     * @param near code of a division in the same city, or null
     */
    List<Seat> find(String typed, @Nullable String near) {
        var code = DivisionCode.of(typed);
        if (code.isPresent()) return ofCode(code.get().code());
        var city = near == null ? "" : near.substring(0, Math.min(4, near.length()));
        return db.sql("""
                        select d.code, (select string_agg(a.name, ' ' order by length(a.code)) from organisation.division a
                                        where starts_with(d.code, a.code) and length(a.code) > 2) as name
                        from organisation.division d
                        where d.code >= :from and d.code < :to and strpos(d.name, :word) > 0 and length(d.code) > 2
                        order by length(d.code), d.code limit :shown
                        """)
                .param("from", city)
                .param("to", city + ":")
                .param("word", typed)
                .param("shown", SHOWN)
                .query(Seat.class)
                .list();
    }

    private List<Seat> ofCode(String code) {
        return db.sql("""
                        select d.code, (select string_agg(a.name, ' ' order by length(a.code)) from organisation.division a
                                        where starts_with(d.code, a.code) and (length(a.code) > 2 or d.code = a.code)) as name
                        from organisation.division d where d.code = ?
                        """).param(code).query(Seat.class).list();
    }
}
