package org.uniongrid.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;

/** Begins the stays of many at once, with their cards, in one statement. Nobody is told, and nothing is judged. */
@Component
@Unscoped("writes what was judged within reach")
public class Beginnings {

    private final JdbcClient db;
    private final Clock clock;

    Beginnings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Somebody who is in a union from a day on.
     *
     * @param region of the union, for the number of the card; empty where it is not known
     * @param since null for today
     */
    public record Beginning(
            long person,
            long unit,
            String region,
            @Nullable Long employer,
            @Nullable String workerClass,
            MemberState state,
            @Nullable LocalDate since) {}

    /** @return how many began: fewer than were given where a union has no place any more */
    @Transactional(propagation = Propagation.MANDATORY)
    public int begin(List<Beginning> all, Actor by) {
        return db.sql("""
                        with given as (
                            select * from unnest(:persons::bigint[], :units::bigint[], :regions::text[], :employers::bigint[], :classes::text[],
                                :states::text[], :days::date[]) v(person, unit, region, employer, class, state, day)),
                        stay as (
                            insert into membership.stay (person_id, unit_id, scope, employer_id, worker_class, state, origin, since)
                            select g.person, g.unit, u.scope, g.employer, g.class, g.state, 'ROLL', coalesce(g.day, :today)
                            from given g join organisation.unit u on u.id = g.unit and u.scope is not null returning id),
                        card as (
                            insert into membership.card (person_id, number, made_at)
                            select g.person, membership.new_card(g.region), :now from given g on conflict (person_id) do nothing)
                        insert into membership.stay_event (stay_id, at, what, by_person, by_name)
                        select id, :now, 'BEGAN', :by, :name from stay
                        """)
                .param("persons", all.stream().map(Beginning::person).toArray(Long[]::new))
                .param("units", all.stream().map(Beginning::unit).toArray(Long[]::new))
                .param("regions", texts(all, Beginning::region))
                .param("employers", all.stream().map(Beginning::employer).toArray(Long[]::new))
                .param("classes", texts(all, Beginning::workerClass))
                .param("states", texts(all, one -> one.state().name()))
                .param("days", texts(all, Beginnings::day))
                .param("today", LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock))
                .param("by", by.personId() == 0 ? null : by.personId())
                .param("name", by.personId() == 0 ? null : by.name())
                .update();
    }

    /** As text: the driver takes no array of days. */
    private static @Nullable String day(Beginning one) {
        return one.since() == null ? null : one.since().toString();
    }

    private static @Nullable String[] texts(List<Beginning> all, Function<Beginning, @Nullable String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }
}
