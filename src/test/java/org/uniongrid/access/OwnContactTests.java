package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Visitor;
import org.uniongrid.foundation.Masks;
import org.uniongrid.people.Contacts;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;

/** Changing one's own phone and e-mail takes the password, and is told where one was reached before. */
@ModuleTest
class OwnContactTests {

    private final Identities identities;
    private final Contacts contacts;
    private final JdbcClient db;
    private final Union.Account account;
    private final Visitor visitor;
    private final long person;

    OwnContactTests(Union union, Identities identities, Contacts contacts, JdbcClient db, @LocalServerPort int port) {
        this.identities = identities;
        this.contacts = contacts;
        this.db = db;
        account = union.account("union-chair", union.city());
        visitor = Visitor.as(account, port);
        person = account.actor().personId();
    }

    @Test
    void thePasswordChangesThePhoneAndTheOldOneIsTold() {
        var old = Numbers.phone();
        var phone = Numbers.phone();
        identities.keep(person, IdentityField.PHONE, old);
        assertThat(visitor.get("/account").body()).contains(Masks.number(old)).doesNotContain(old);
        assertThat(change(Union.PASSWORD, Map.of("phone", phone)).statusCode()).isEqualTo(302);
        assertThat(contacts.phone(person)).contains(phone);
        assertThat(visitor.get("/account").body()).contains(Masks.number(phone)).doesNotContain(phone);
        assertThat(notices()).containsExactly("access.contact-changed");
        assertThat(deeds()).containsExactly("people.identity.correct");
    }

    @Test
    void anEmailIsRemoved() {
        identities.keep(person, IdentityField.EMAIL, "old@example.org");
        assertThat(change(Union.PASSWORD, Map.of("email-remove", "true")).statusCode())
                .isEqualTo(302);
        assertThat(contacts.email(person)).isEmpty();
        assertThat(notices()).containsExactly("access.contact-changed");
    }

    @Test
    void aWrongPasswordChangesNothingAndCounts() {
        var phone = Numbers.phone();
        var answer = change("a wrong secret", Map.of("phone", phone));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("value=\"" + phone + "\"").doesNotContain("a wrong secret");
        assertThat(contacts.phone(person)).isEmpty();
        assertThat(notices()).isEmpty();
        for (int i = 1; i < 5; i++) change("a wrong secret", Map.of("phone", phone));
        assertThat(change(Union.PASSWORD, Map.of("phone", phone)).statusCode())
                .as("shut after too many tries, though it is right")
                .isEqualTo(422);
        assertThat(contacts.phone(person)).isEmpty();
    }

    @Test
    void anIdentityNumberIsNothingOnesOwn() {
        assertThat(change(Union.PASSWORD, Map.of("id-number", Numbers.idNumber()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(identities.masked(person)).isEmpty();
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        var answer = change("", Map.of("phone", "12345", "email", "nobody"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("手机号不对", "电子邮箱不对", "id=\"f-now-e\"");
    }

    private HttpResponse<String> change(String password, Map<String, String> form) {
        var whole = new HashMap<>(form);
        whole.put("now", password);
        return visitor.post("/account/contact", whole);
    }

    private List<String> notices() {
        return db.sql("select kind from notice.notice where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }

    private List<String> deeds() {
        return db.sql(
                        "select action from access.audit_entry where person_id = ? and action like 'people.%' order by id")
                .param(person)
                .query(String.class)
                .list();
    }
}
