package org.uniongrid.organisation.committees;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;

/** The posts of a union that are in use, and whoever holds them today. */
@Component
public class HeldPosts {

    private final JdbcClient db;
    private final Identities identities;
    private final Clock clock;

    HeldPosts(JdbcClient db, Identities identities, Clock clock) {
        this.db = db;
        this.identities = identities;
        this.clock = clock;
    }

    /** A post and whoever holds it today; the phone is masked. */
    public record Held(
            String title,
            @Nullable Long personId,
            @Nullable UUID publicId,
            @Nullable String person,
            @Nullable LocalDate since,
            @Nullable String phone) {}

    List<Held> of(UUID unit, Reach reach) {
        return db
                .sql("""
                        select o.title, p.id as person_id, p.public_id, p.name as person, lower(t.during) as since, null as phone
                        from organisation.unit u
                        join organisation.post o on o.unit_id = u.id and (o.closed_on is null or o.closed_on > :today)
                        left join organisation.tenure t on t.post_id = o.id and t.during @> :today
                        left join people.person p on p.id = t.person_id
                        where u.public_id = :unit and u.id in (select unit_id from organisation.within(:reach))
                        order by o.id, t.acting, t.id
                        """)
                .param("unit", unit)
                .param("reach", reach.asArray())
                .param("today", LocalDate.now(clock))
                .query(Held.class)
                .list()
                .stream()
                .map(this::withPhone)
                .toList();
    }

    private Held withPhone(Held held) {
        if (held.personId() == null) return held;
        var phone = identities.masked(held.personId()).get(IdentityField.PHONE);
        return new Held(held.title(), held.personId(), held.publicId(), held.person(), held.since(), phone);
    }
}
