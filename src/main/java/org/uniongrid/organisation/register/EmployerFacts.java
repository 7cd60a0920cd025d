package org.uniongrid.organisation.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;

/** Everything the page of one employer shows. */
@Component
public class EmployerFacts {

    private final JdbcClient db;

    EmployerFacts(JdbcClient db) {
        this.db = db;
    }

    /** The register entry. */
    public record Entry(
            long id,
            UUID publicId,
            String name,
            @Nullable String uscc,
            @Nullable String ownership,
            @Nullable String industry,
            @Nullable Integer staff,
            @Nullable Integer women,
            @Nullable String division,
            @Nullable String divisionName,
            @Nullable String address,
            @Nullable BigDecimal lng,
            @Nullable BigDecimal lat,
            String state) {}

    /** A union that covers or covered it. */
    public record Cover(
            UUID unit,
            String name,
            String mode,
            LocalDate since,
            @Nullable LocalDate until) {}

    Entry entry(UUID id, Reach reach) {
        return db.sql("""
                        select e.id, e.public_id, e.name, e.uscc, e.ownership, e.industry, e.staff, e.women, e.division,
                               (select string_agg(d.name, ' ' order by length(d.code)) from organisation.division d
                                where starts_with(e.division, d.code) and length(d.code) > 2) as division_name,
                               e.address, e.lng, e.lat, e.state
                        from organisation.employer e
                        where e.public_id = :id and organisation.sees(:reach, e.scope)
                        """)
                .param("id", id)
                .param("reach", reach.asArray())
                .query(Entry.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No employer " + id));
    }

    List<Cover> covers(Entry employer) {
        return db.sql("""
                        select u.public_id as unit, u.name, c.mode, lower(c.during) as since, upper(c.during) as until
                        from organisation.cover c join organisation.unit u on u.id = c.unit_id
                        where c.employer_id = ? order by c.during desc, c.id
                        """).param(employer.id()).query(Cover.class).list();
    }
}
