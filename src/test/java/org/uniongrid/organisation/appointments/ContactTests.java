package org.uniongrid.organisation.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Masks;
import org.uniongrid.people.Contacts;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;

/** Phone, e-mail and identity number are entered and corrected within reach, and nobody's is shown in full. */
@ModuleTest
class ContactTests {

    private final Union union;
    private final Identities identities;
    private final Contacts contacts;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final Union.Unit east;
    private final Actor cadre;
    private final Actor chair;

    ContactTests(Union union, Identities identities, Contacts contacts, MockMvcTester mvc, JdbcClient db) {
        this.union = union;
        this.identities = identities;
        this.contacts = contacts;
        this.mvc = mvc;
        this.db = db;
        east = union.district(union.city(), "东");
        cadre = union.cadre(east);
        chair = union.holder("union-chair", union.enterprise(east, "联系厂"));
    }

    @Test
    void whatIsEnteredIsKeptAndShownMasked() {
        var phone = Numbers.phone();
        var number = Numbers.idNumber();
        var form = Map.of("phone", " +86 " + phone, "email", "Chair@Example.org", "id-number", number);
        assertThat(correct(cadre, chair, form)).hasStatus3xxRedirection();
        assertThat(contacts.phone(chair.personId())).contains(phone);
        assertThat(contacts.email(chair.personId())).contains("chair@example.org");
        for (var page : new String[] {"", "/contact"})
            assertThat(get(cadre, chair, page))
                    .hasStatusOk()
                    .bodyText()
                    .contains(Masks.number(phone), "c***@example.org", Masks.number(number))
                    .doesNotContain(phone, "chair@example.org", number);
    }

    @Test
    void anEmptyFieldStaysAndATickedOneGoes() {
        var phone = Numbers.phone();
        correct(cadre, chair, Map.of("phone", phone, "email", "chair@example.org"));
        assertThat(correct(cadre, chair, Map.of("phone", "", "email-remove", "true")))
                .hasStatus3xxRedirection();
        assertThat(contacts.phone(chair.personId())).contains(phone);
        assertThat(contacts.email(chair.personId())).isEmpty();
        assertThat(identities.holders(IdentityField.EMAIL, "chair@example.org")).doesNotContain(chair.personId());
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsKept() {
        var kept = Numbers.phone();
        identities.keep(chair.personId(), IdentityField.PHONE, kept);
        var answer = correct(
                cadre, chair, Map.of("phone", "12345", "email", "new@example.org", "id-number", "11010519491231002"));
        assertThat(answer).hasStatus(422).hasHeader("Cache-Control", "no-store");
        assertThat(answer)
                .bodyText()
                .contains("手机号不对", "身份证号不对", "value=\"12345\"", "value=\"new@example.org\"")
                .doesNotContain("电子邮箱不对", kept);
        assertThat(correct(cadre, chair, Map.of("phone", Numbers.phone(), "phone-remove", "true")))
                .hasStatus(422)
                .bodyText()
                .contains("不能两样都选");
        assertThat(correct(cadre, chair, Map.of("phone", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("没有要修改的内容");
        assertThat(contacts.phone(chair.personId())).contains(kept);
        assertThat(contacts.email(chair.personId())).isEmpty();
        assertThat(deeds()).isEmpty();
    }

    @Test
    void anIdentityNumberOfSomebodyElseIsRefusedWithoutSayingWhose() {
        var number = Numbers.idNumber();
        var other = union.holder("union-chair", union.enterprise(east, "另厂"));
        identities.keep(other.personId(), IdentityField.ID_NUMBER, number);
        assertThat(correct(cadre, chair, Map.of("email", "chair@example.org", "id-number", number)))
                .hasStatus(422)
                .bodyText()
                .contains("已登记在另一人名下", "value=\"chair@example.org\"")
                .doesNotContain(other.name());
        assertThat(contacts.email(chair.personId())).isEmpty();
        assertThat(correct(cadre, other, Map.of("id-number", number)))
                .as("one's own again")
                .hasStatus3xxRedirection();
    }

    @Test
    void theTrailNamesTheFieldWithOldAndNewMasked() {
        correct(cadre, chair, Map.of("phone", "15490000001"));
        correct(cadre, chair, Map.of("phone", "15491110001"));
        correct(cadre, chair, Map.of("phone", "15491110001"));
        correct(cadre, chair, Map.of("phone-remove", "true"));
        assertThat(deeds())
                .as("what changed nothing is no deed; where the masks agree the subject still names the field")
                .hasSize(3)
                .allMatch(deed -> deed.startsWith("people.identity.correct people.identity.phone"))
                .noneMatch(deed -> deed.contains("15490000001") || deed.contains("15491110001"));
        assertThat(deeds().getFirst()).contains("154****0001");
    }

    @Test
    void thePersonIsToldAndTheWordsNameNoNumber() {
        correct(cadre, chair, Map.of("phone", Numbers.phone()));
        var told = db.sql("select kind || ' ' || words::text from notice.notice where person_id = ?")
                .param(chair.personId())
                .query(String.class)
                .list();
        assertThat(told).containsExactly("people.contact-changed {}");
    }

    @Test
    void whoIsOutOfReachIsNotThere() {
        var elsewhere = union.cadre(union.district(union.city(), "西"));
        assertThat(get(elsewhere, chair, "/contact")).hasStatus(404);
        assertThat(correct(elsewhere, chair, Map.of("phone", Numbers.phone()))).hasStatus(404);
        assertThat(get(chair, cadre, "/contact")).hasStatus(403);
        assertThat(contacts.phone(chair.personId())).isEmpty();
    }

    @Test
    void nobodyCorrectsThemselvesHere() {
        assertThat(get(cadre, cadre, "/contact")).hasStatus(422);
        assertThat(correct(cadre, cadre, Map.of("phone", Numbers.phone()))).hasStatus(422);
        assertThat(contacts.phone(cadre.personId())).isEmpty();
        assertThat(get(cadre, cadre, "")).hasStatusOk().bodyText().doesNotContain("/contact\"");
        assertThat(get(cadre, chair, "")).hasStatusOk().bodyText().contains("/contact\"");
    }

    private MvcTestResult get(Actor actor, Actor about, String page) {
        return mvc.get()
                .uri("/organisation/people/" + id(about) + page)
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }

    private MvcTestResult correct(Actor actor, Actor about, Map<String, String> form) {
        var request = mvc.post()
                .uri("/organisation/people/" + id(about) + "/contact")
                .requestAttr(Actor.class.getName(), actor);
        form.forEach(request::param);
        return request.exchange();
    }

    private UUID id(Actor person) {
        return db.sql("select public_id from people.person where id = ?")
                .param(person.personId())
                .query(UUID.class)
                .single();
    }

    private List<String> deeds() {
        return db.sql("""
                        select action || ' ' || subject || ' ' || changes::text from access.audit_entry
                        where person_id = ? and action = 'people.identity.correct' order by id
                        """).param(chair.personId()).query(String.class).list();
    }
}
