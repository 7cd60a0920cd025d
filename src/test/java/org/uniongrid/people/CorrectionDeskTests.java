package org.uniongrid.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Notice;

/** Whoever's phone or e-mail is changed is told where they could be reached before. */
@ModuleTest
class CorrectionDeskTests {

    private final Identities identities;
    private final TransactionTemplate transaction;
    private final CorrectionDesk desk;
    private final List<Notice> told = new ArrayList<>();
    private final Actor actor;

    CorrectionDeskTests(
            Union union,
            Identities identities,
            Contacts contacts,
            Sights sights,
            AuditTrail trail,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.identities = identities;
        this.transaction = transaction;
        this.desk = new CorrectionDesk(db, identities, contacts, sights, trail, told::add);
        this.actor = union.cadre(union.city());
    }

    @Test
    void theOldPhoneAndTheOldEmailAreTold() {
        var phone = Numbers.phone();
        identities.keep(actor.personId(), IdentityField.PHONE, phone);
        identities.keep(actor.personId(), IdentityField.EMAIL, "old@example.org");
        correct(Map.of(IdentityField.PHONE, Numbers.phone()), Set.of(IdentityField.EMAIL));
        assertThat(told)
                .singleElement()
                .satisfies(notice -> assertThat(notice.secrets())
                        .containsOnly(Map.entry("to-sms", phone), Map.entry("to-email", "old@example.org")));
    }

    @Test
    void whatDidNotChangeIsReachedAsBefore() {
        identities.keep(actor.personId(), IdentityField.PHONE, Numbers.phone());
        correct(Map.of(IdentityField.EMAIL, "first@example.org"), Set.of());
        assertThat(told)
                .singleElement()
                .satisfies(notice -> assertThat(notice.secrets()).isEmpty());
    }

    @Test
    void nobodyIsToldWhereNothingChanges() {
        var phone = Numbers.phone();
        identities.keep(actor.personId(), IdentityField.PHONE, phone);
        correct(Map.of(IdentityField.PHONE, "+86 " + phone), Set.of(IdentityField.EMAIL));
        assertThat(told).isEmpty();
    }

    private void correct(Map<IdentityField, String> values, Set<IdentityField> removed) {
        transaction.executeWithoutResult(_ -> desk.correct(actor, desk.own(actor), new Corrections(values, removed)));
    }
}
