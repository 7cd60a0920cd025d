package org.uniongrid.access;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.Visitor;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Vault;

/** Made-up workers with phones, who sign in as workers do. */
public final class Worker {

    public static final String CODE = "246810";

    private final Persons persons;
    private final Identities identities;
    private final SentCodes codes;

    public Worker(Persons persons, Identities identities, JdbcClient db, Vault vault, TransactionTemplate transaction) {
        this.persons = persons;
        this.identities = identities;
        this.codes = new SentCodes(db, vault, transaction);
    }

    /** Somebody of this name and phone. */
    public record Someone(long id, String name, String phone) {}

    public Someone someone(String name) {
        return someone(name, Numbers.phone());
    }

    public Someone someone(String name, String phone) {
        var id = persons.add(name);
        identities.keep(id, IdentityField.PHONE, phone);
        return new Someone(id, name, phone);
    }

    /** Puts a known code in place of the one that was sent. */
    public void codeComes(String phone) {
        if (!codes.set(phone, "sign-in", CODE)) throw new IllegalStateException("no code was sent");
    }

    /** Asks for a code, and signs in with it; where that leads. */
    public String signIn(Visitor visitor, String phone) {
        codes.passTime(phone);
        visitor.post("/m/sign-in/code", Map.of("phone", phone));
        codeComes(phone);
        return Visitor.leadsTo(visitor.post("/m/sign-in", Map.of("phone", phone, "code", CODE)));
    }
}
