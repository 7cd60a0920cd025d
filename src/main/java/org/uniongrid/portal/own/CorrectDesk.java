package org.uniongrid.portal.own;

import static org.uniongrid.portal.PortalRule.NUMBER_IS_NOBODY_ELSES;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Client;
import org.uniongrid.access.PhoneCodes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.people.CorrectionDesk;
import org.uniongrid.people.Corrections;
import org.uniongrid.people.IdNumber;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Kept;
import org.uniongrid.people.Profile;
import org.uniongrid.people.Profiles;
import org.uniongrid.web.Form;

/** What workers correct of themselves (个人信息保护法 第46条). */
@Component
class CorrectDesk {

    private static final String PURPOSE = "own-phone";

    private final CorrectionDesk corrections;
    private final Identities identities;
    private final Profiles profiles;
    private final PhoneCodes codes;
    private final AuditTrail trail;

    CorrectDesk(
            CorrectionDesk corrections, Identities identities, Profiles profiles, PhoneCodes codes, AuditTrail trail) {
        this.corrections = corrections;
        this.identities = identities;
        this.profiles = profiles;
        this.codes = codes;
        this.trail = trail;
    }

    Kept kept(Actor worker) {
        return corrections.own(worker);
    }

    Profile profile(Actor worker) {
        return profiles.of(worker.personId());
    }

    /** Of a form that was checked. */
    @Transactional
    public void correct(Actor worker, Form form) {
        var kept = corrections.own(worker);
        var wanted = Corrections.of(form, OwnForm.fields(kept.masked()));
        var number = wanted.values().get(IdentityField.ID_NUMBER);
        if (number != null)
            NUMBER_IS_NOBODY_ELSES.require(
                    identities.holders(IdentityField.ID_NUMBER, number).isEmpty());
        corrections.correct(worker, kept, wanted);
        var before = profiles.of(worker.personId());
        var typed = OwnForm.read(form, before);
        var after = IdNumber.of(number == null ? "" : number).map(typed::of).orElse(typed);
        if (after.equals(before)) return;
        profiles.keep(worker.personId(), after);
        trail.add(
                worker,
                Deed.of("people.own.correct", "people.person", kept.publicId(), kept.name())
                        .about(worker.personId()));
    }

    void sendCode(String phone, Client client) {
        codes.send(phone, PURPOSE, client);
    }

    /** The former phone is told. False where the code is wrong. */
    @Transactional
    public boolean changePhone(Actor worker, String phone, String code) {
        var proven = codes.prove(phone, PURPOSE, code).filter(proof -> codes.spend(phone, PURPOSE, proof));
        if (proven.isEmpty()) return false;
        corrections.correct(
                worker, corrections.own(worker), new Corrections(Map.of(IdentityField.PHONE, phone), Set.of()));
        return true;
    }
}
