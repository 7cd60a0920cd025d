package org.uniongrid.casework.intake;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.casework.CaseFiles;
import org.uniongrid.casework.Claimants;
import org.uniongrid.casework.HotlineCase;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Asker;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.MatterRule;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;

/** Writes down what somebody asks, and puts it into the hands of the union of whoever writes. */
@Component
class IntakeDesk {

    private final Persons persons;
    private final Identities identities;
    private final MatterDesk matters;
    private final CaseFiles files;
    private final Claimants claimants;

    IntakeDesk(Persons persons, Identities identities, MatterDesk matters, CaseFiles files, Claimants claimants) {
        this.persons = persons;
        this.identities = identities;
        this.matters = matters;
        this.files = files;
        this.claimants = claimants;
    }

    /** Those who have this phone. */
    List<Persons.Known> callers(String phone) {
        return persons.known(identities.holders(IdentityField.PHONE, phone));
    }

    /** @return public id of the matter; of the one this form has made before, where it is sent again */
    @Transactional
    public UUID write(Actor clerk, Entry entry, UUID key) {
        var post = clerk.chosen();
        if (post == null || post.unitId() == null) throw new RuleBroken(MatterRule.WRITTEN_DOWN_AT_OWN_UNIT);
        return file(clerk, new Asker(caller(entry), entry.caller()), Objects.requireNonNull(post.unitId()), entry, key);
    }

    /** A worker writes for themselves. */
    @Transactional
    public UUID ask(Actor worker, UUID unit, Entry entry, UUID key) {
        return file(worker, new Asker(worker.personId(), worker.name()), unit, entry, key);
    }

    private UUID file(Actor actor, Asker asker, UUID unit, Entry entry, UUID key) {
        var request = new MatterDesk.Request(HotlineCase.KEY, unit, entry.title(), entry.words(), null, key);
        return matters.file(actor, asker, request, matter -> {
            var id = files.add(matter, entry.file());
            claimants.addAll(id, entry.claims());
        });
    }

    /** Who has this phone and this name; else somebody new, who will find the case once they sign in with the phone. */
    private long caller(Entry entry) {
        @Nullable String phone = entry.phone();
        if (phone == null) return persons.add(entry.caller());
        return callers(phone).stream()
                .filter(one -> one.name().equals(entry.caller()))
                .findFirst()
                .map(Persons.Known::id)
                .orElseGet(() -> added(entry.caller(), phone));
    }

    private long added(String name, String phone) {
        var id = persons.add(name);
        identities.keep(id, IdentityField.PHONE, phone);
        return id;
    }
}
