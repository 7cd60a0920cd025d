package org.uniongrid.membership.near;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.membership.Cards;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Identities;
import org.uniongrid.people.Profiles;

/** Reads all that is known of one of two records. In a transaction. */
@Component
@Unscoped("of a pair that was found within reach")
class Sides {

    private final JdbcClient db;
    private final Identities identities;
    private final Profiles profiles;
    private final Stays stays;
    private final Cards cards;
    private final Clock clock;

    Sides(JdbcClient db, Identities identities, Profiles profiles, Stays stays, Cards cards, Clock clock) {
        this.db = db;
        this.identities = identities;
        this.profiles = profiles;
        this.stays = stays;
        this.cards = cards;
        this.clock = clock;
    }

    Side one(NearPairs.Row pair) {
        return side(pair.oneId(), pair.one(), pair.oneName());
    }

    Side other(NearPairs.Row pair) {
        return side(pair.otherId(), pair.other(), pair.otherName());
    }

    private Side side(long id, java.util.UUID publicId, String name) {
        return new Side(
                id,
                publicId,
                name,
                identities.masked(id),
                profiles.of(id),
                stays.current(id).orElse(null),
                cards.number(id).orElse(null),
                holds(id),
                tally(id));
    }

    private boolean holds(long person) {
        return db.sql("""
                        select exists (select from organisation.tenure where person_id = :person and during @> :today)
                            or exists (select from access.account where person_id = :person and disabled_at is null)
                        """)
                .param("person", person)
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    private Side.Tally tally(long person) {
        return db.sql("""
                        select (select count(*) from membership.stay where person_id = :person) as stays,
                            (select count(*) from membership.application where person_id = :person) as applications,
                            (select count(*) from membership.application where person_id = :person and ended_at is null) as open_applications,
                            (select count(*) from membership.consent where person_id = :person) as consents,
                            (select count(*) from matter.matter where person_id = :person) as matters,
                            (select count(*) from matter.matter where person_id = :person and closed_at is null) as open_matters
                        """).param("person", person).query(Side.Tally.class).single();
    }
}
