package org.uniongrid.portal.entry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Client;
import org.uniongrid.access.PhoneCodes;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;

/** Finds who signs in by a phone that was proven. */
@Component
@Unscoped("asked before anybody is signed in, for the phone in their hands")
class EntryDesk {

    private static final String PURPOSE = "sign-in";

    private final PhoneCodes codes;
    private final Identities identities;
    private final Persons persons;

    EntryDesk(PhoneCodes codes, Identities identities, Persons persons) {
        this.codes = codes;
        this.identities = identities;
        this.persons = persons;
    }

    void sendCode(String phone, Client client) {
        codes.send(phone, PURPOSE, client);
    }

    Optional<String> prove(String phone, String code) {
        return codes.prove(phone, PURPOSE, code);
    }

    /** Those whose phone it is. A family may share one. */
    List<Persons.Known> people(String phone) {
        return persons.known(identities.holders(IdentityField.PHONE, phone));
    }

    /** The person's internal id, once for a proof; empty where the proof is over or the phone is not theirs. */
    @Transactional
    public Optional<Long> spend(String phone, String proof, UUID person) {
        if (!codes.spend(phone, PURPOSE, proof)) return Optional.empty();
        return people(phone).stream()
                .filter(one -> one.publicId().equals(person))
                .map(Persons.Known::id)
                .findFirst();
    }
}
