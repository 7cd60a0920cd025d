package org.uniongrid.organisation.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;

/** What is known already of the people that a list names as chairs. */
@Component
class KnownChairs {

    private final JdbcClient db;
    private final Identities identities;
    private final Clock clock;

    KnownChairs(JdbcClient db, Identities identities, Clock clock) {
        this.db = db;
        this.identities = identities;
        this.clock = clock;
    }

    /**
     * Somebody.
     *
     * @param inSight whether they hold a post within reach today
     */
    record KnownPerson(long id, String name, boolean inSight) {}

    /** Who has these identity numbers; each belongs to one person at most. */
    Map<String, KnownPerson> withIdNumbers(Collection<String> numbers, Reach reach) {
        var holders = identities.holders(IdentityField.ID_NUMBER, numbers);
        var persons = persons(holders.values().stream().flatMap(List::stream).toList(), reach);
        var found = new HashMap<String, KnownPerson>();
        holders.forEach((number, ids) -> {
            var person = persons.get(ids.getFirst());
            if (person != null) found.put(number, person);
        });
        return found;
    }

    private Map<Long, KnownPerson> persons(List<Long> ids, Reach reach) {
        var found = new HashMap<Long, KnownPerson>();
        if (ids.isEmpty()) return found;
        db.sql("""
                        select p.id, p.name, exists (
                            select from organisation.tenure t join organisation.post o on o.id = t.post_id
                            join organisation.unit u on u.id = o.unit_id
                            where t.person_id = p.id and t.during @> :today
                              and organisation.sees(:reach, u.scope)) as in_sight
                        from people.person p where p.id = any(:ids)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("today", LocalDate.now(clock))
                .param("reach", reach.asArray())
                .query(KnownPerson.class)
                .list()
                .forEach(person -> found.put(person.id(), person));
        return found;
    }

    /** Who chairs these units today, the first where there are several. */
    @Unscoped("the units were found within reach")
    Map<Long, KnownPerson> chairs(Collection<Long> units) {
        var found = new HashMap<Long, KnownPerson>();
        if (units.isEmpty()) return found;
        db.sql("""
                        select distinct on (o.unit_id) o.unit_id, p.id, p.name from organisation.post o
                        join organisation.role r on r.id = o.role_id and r.key = 'union-chair'
                        join organisation.tenure t on t.post_id = o.id and t.during @> :today
                        join people.person p on p.id = t.person_id
                        where o.unit_id = any(:units) order by o.unit_id, t.id
                        """)
                .param("units", units.toArray(Long[]::new))
                .param("today", LocalDate.now(clock))
                .query((row, number) -> found.put(
                        row.getLong("unit_id"), new KnownPerson(row.getLong("id"), row.getString("name"), true)))
                .list();
        return found;
    }

    @Unscoped("answers for numbers and persons that the caller has already")
    Map<String, List<Long>> withPhones(Collection<String> phones) {
        return identities.holders(IdentityField.PHONE, phones);
    }

    @Unscoped("answers for persons that the caller has already")
    Set<Long> having(IdentityField field, Collection<Long> persons) {
        return persons.isEmpty() ? Set.of() : identities.having(field, persons);
    }
}
