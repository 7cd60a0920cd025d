package org.uniongrid.people;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a message can reach a person. In full, therefore for the wires of notices only; pages show it masked. */
@Component
public class Contacts {

    private final Identities identities;

    Contacts(Identities identities) {
        this.identities = identities;
    }

    public Optional<String> phone(long personId) {
        return identities.plain(personId, IdentityField.PHONE);
    }

    public Optional<String> email(long personId) {
        return identities.plain(personId, IdentityField.EMAIL);
    }
}
