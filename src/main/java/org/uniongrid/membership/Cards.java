package org.uniongrid.membership;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.RulePacks;

/**
 * Numbers of members' cards: four digits of the place of the first union, eleven that tell nothing, and a check digit
 * (Luhn). A person keeps theirs for life.
 */
@Component
@Unscoped("for the rooms, which have found the person within reach, or act for the person")
public class Cards {

    private final JdbcClient db;
    private final RulePacks packs;
    private final Clock clock;

    Cards(JdbcClient db, RulePacks packs, Clock clock) {
        this.db = db;
        this.packs = packs;
        this.clock = clock;
    }

    /** Where there is none yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void make(long personId, long unitId) {
        db.sql("""
                        insert into membership.card (person_id, number, made_at)
                        select :person, membership.new_card(:region), :now
                        where not exists (select from membership.card where person_id = :person)
                        """)
                .param("person", personId)
                .param("region", packs.divisionOf(unitId).orElse(""))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    public Optional<String> number(long personId) {
        return db.sql("select number from membership.card where person_id = ?")
                .param(personId)
                .query(String.class)
                .optional();
    }

    /** As a phone shows it: {@code 5301 **** 2716}. */
    public static String masked(String number) {
        return number.substring(0, 4) + " **** " + number.substring(12);
    }
}
