package org.uniongrid.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.Asker;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;

/** Who brings a case, told by the phone they give. */
@Component
public class Callers {

    private final Persons persons;
    private final Identities identities;

    Callers(Persons persons, Identities identities) {
        this.persons = persons;
        this.identities = identities;
    }

    /** Those who have this phone. */
    @Unscoped("whoever asks was told the phone by its owner")
    public List<Persons.Known> of(String phone) {
        return persons.known(identities.holders(IdentityField.PHONE, phone));
    }

    /**
     * Who has this phone and this name; else somebody new, who will find the case once they sign in with the phone.
     *
     * @param phone null for whoever has none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Asker asker(String name, @Nullable String phone) {
        if (phone == null) return new Asker(persons.add(name), name);
        return of(phone).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(one -> new Asker(one.id(), name))
                .orElseGet(() -> added(name, phone));
    }

    private Asker added(String name, String phone) {
        var id = persons.add(name);
        identities.keep(id, IdentityField.PHONE, phone);
        return new Asker(id, name);
    }
}
