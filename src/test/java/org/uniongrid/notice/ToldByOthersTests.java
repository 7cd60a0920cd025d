package org.uniongrid.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Visitor;
import org.uniongrid.foundation.Actor;

/** Other modules tell people of their deeds, in the transaction of the deed. */
@ModuleTest
class ToldByOthersTests {

    private final Union union;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final Clock clock;
    private final int port;

    ToldByOthersTests(Union union, MockMvcTester mvc, JdbcClient db, Clock clock, @LocalServerPort int port) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        this.clock = clock;
        this.port = port;
    }

    @Test
    void whoeverIsTakenOutOfAPostIsTold() {
        var city = union.city();
        var cadre = union.cadre(city);
        var chair = union.holder("union-chair", union.enterprise(city, "告知厂"));
        var tenure = db.sql("select public_id from organisation.tenure where person_id = ?")
                .param(chair.personId())
                .query(String.class)
                .single();
        var answer = mvc.post()
                .uri("/organisation/tenures/" + tenure + "/end")
                .param("until", LocalDate.now(clock).toString())
                .param("reason", "换届")
                .requestAttr(Actor.class.getName(), cadre)
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(kinds(chair)).containsExactly("organisation.tenure-ended");
        assertThat(mvc.get()
                        .uri("/notices")
                        .requestAttr(Actor.class.getName(), chair)
                        .exchange())
                .bodyText()
                .contains("您有一个岗位的任职结束", "告知厂");
    }

    @Test
    void whoeverIsAppointedIsTold() {
        var city = union.city();
        var appointed = union.holder("union-chair", union.enterprise(city, "聘任厂"));
        var cadre = union.cadre(city);
        var post = db.sql("""
                        insert into organisation.post (unit_id, role_id, cell_wide, title)
                        select ?, id, false, '干事' from organisation.role where key = 'federation-cadre' returning public_id
                        """).param(city.id()).query(String.class).single();
        var answer = mvc.post()
                .uri("/organisation/posts/" + post + "/appoint")
                .param("person", publicId(appointed))
                .param("from", LocalDate.now(clock).toString())
                .requestAttr(Actor.class.getName(), cadre)
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(kinds(appointed)).containsExactly("organisation.appointed");
    }

    @Test
    void whoeverHasANewPasswordIsTold() {
        var account = union.account("union-chair", union.city());
        var answer = Visitor.as(account, port)
                .post(
                        "/account/password",
                        Map.of("now", Union.PASSWORD, "next", "Quite-another-1", "again", "Quite-another-1"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(kinds(account.actor())).containsExactly("access.password-changed");
    }

    @Test
    void whoeverLosesTheSecondFactorIsTold() {
        var admin = union.holder("security-admin", null);
        var account = union.account("union-chair", union.city());
        var id = db.sql("select public_id from access.account where person_id = ?")
                .param(account.actor().personId())
                .query(String.class)
                .single();
        var answer = mvc.post()
                .uri("/access/accounts/" + id + "/reset-second-factor")
                .requestAttr(Actor.class.getName(), admin)
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(kinds(account.actor())).containsExactly("access.second-factor-changed");
    }

    private String publicId(Actor person) {
        return db.sql("select public_id from people.person where id = ?")
                .param(person.personId())
                .query(String.class)
                .single();
    }

    private List<String> kinds(Actor person) {
        return db.sql("select kind from notice.notice where person_id = ? order by id")
                .param(person.personId())
                .query(String.class)
                .list();
    }
}
