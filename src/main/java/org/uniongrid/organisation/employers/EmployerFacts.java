package org.uniongrid.organisation.employers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.CoverMode;
import org.uniongrid.organisation.EmployerState;

/** Everything the page of one employer shows. What takes an {@link Entry} is asked for one that was found within reach. */
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
            @Nullable String usccAccepted,
            @Nullable String ownership,
            @Nullable String industry,
            @Nullable LocalDate foundedOn,
            @Nullable Integer staff,
            @Nullable Integer women,
            @Nullable String origin,
            @Nullable String party,
            @Nullable String division,
            @Nullable String divisionName,
            @Nullable String address,
            @Nullable BigDecimal lng,
            @Nullable BigDecimal lat,
            EmployerState state,
            @Nullable LocalDate closedOn,
            @Nullable Integer insured,
            @Nullable Integer insuredYear,
            String scope) {

        Draft draft() {
            return new Draft(
                    name,
                    uscc,
                    usccAccepted,
                    ownership,
                    industry,
                    foundedOn,
                    staff,
                    women,
                    origin,
                    party,
                    division,
                    address,
                    lng,
                    lat);
        }
    }

    /**
     * A union that covers or covered it.
     *
     * @param unit null, as its name, where the union lies out of reach
     * @param main whether it is the one that counts today
     */
    public record Cover(
            UUID publicId,
            @Nullable UUID unit,
            @Nullable String name,
            CoverMode mode,
            LocalDate since,
            @Nullable LocalDate until,
            boolean now,
            boolean main) {}

    /** How many of its staff were insured at the end of a year. */
    public record Insured(int year, int insured) {}

    /** An entry that was merged into it. */
    public record Merged(String name, @Nullable String uscc, LocalDate mergedOn) {}

    /** A time it was not in business. */
    public record Stop(
            EmployerState state, LocalDate since, @Nullable LocalDate until, String reason) {}

    Entry entry(UUID id, Reach reach) {
        return db.sql("""
                        select e.id, e.public_id, e.name, e.uscc, e.uscc_accepted, e.ownership, e.industry, e.founded_on,
                               e.staff, e.women, e.origin, e.party, e.division,
                               (select string_agg(d.name, ' ' order by length(d.code)) from organisation.division d
                                where d.code in (left(e.division, 4), left(e.division, 6), left(e.division, 9), e.division)
                                  and length(d.code) > 2) as division_name,
                               e.address, e.lng, e.lat, e.state, e.closed_on, e.insured, e.insured_year, e.scope
                        from organisation.employer e
                        where e.public_id = :id and organisation.sees(:reach, e.scope)
                        """)
                .param("id", id)
                .param("reach", reach.asArray())
                .query(Entry.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No employer " + id));
    }

    /** The entry that took over one that is gone, where that one lies within reach. */
    Optional<UUID> keptFor(UUID gone, Reach reach) {
        return db.sql("""
                        select k.public_id from organisation.employer e join organisation.employer k on k.id = e.merged_into
                        where e.public_id = :id and organisation.sees(:reach, k.scope)
                        """)
                .param("id", gone)
                .param("reach", reach.asArray())
                .query(UUID.class)
                .optional();
    }

    /** Now, later and before, the last ended at the end. */
    List<Cover> covers(Entry employer, Reach reach, LocalDate today) {
        return db.sql("""
                        select c.public_id, u.public_id as unit, u.name, c.mode, lower(c.during) as since, upper(c.during) as until,
                               c.during @> :today as now, c.during @> :today and coalesce(e.union_id = c.unit_id, false) as main
                        from organisation.cover c join organisation.employer e on e.id = c.employer_id
                        left join organisation.unit u on u.id = c.unit_id and organisation.sees(:reach, u.scope)
                        where c.employer_id = :employer
                        order by upper_inf(c.during) desc, upper(c.during) desc, lower(c.during), c.id
                        """)
                .param("employer", employer.id())
                .param("today", today)
                .param("reach", reach.asArray())
                .query(Cover.class)
                .list();
    }

    /** The employer of a cover. */
    UUID coveredBy(UUID cover, Reach reach) {
        return db.sql("""
                        select e.public_id from organisation.cover c join organisation.employer e on e.id = c.employer_id
                        join organisation.unit u on u.id = c.unit_id
                        where c.public_id = :cover and organisation.sees(:reach, e.scope) and organisation.sees(:reach, u.scope)
                        """)
                .param("cover", cover)
                .param("reach", reach.asArray())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No cover " + cover));
    }

    List<Insured> insured(Entry employer) {
        return db.sql(
                        "select year, insured from organisation.employer_insured where employer_id = ? order by year desc")
                .param(employer.id())
                .query(Insured.class)
                .list();
    }

    List<Merged> merged(Entry employer) {
        return db.sql("""
                        select name, uscc, merged_on from organisation.employer
                        where merged_into = ? order by merged_on desc, id desc
                        """).param(employer.id()).query(Merged.class).list();
    }

    List<Stop> stops(Entry employer) {
        return db.sql("""
                        select state, lower(during) as since, upper(during) as until, reason from organisation.employer_state
                        where employer_id = ? order by during desc
                        """).param(employer.id()).query(Stop.class).list();
    }
}
