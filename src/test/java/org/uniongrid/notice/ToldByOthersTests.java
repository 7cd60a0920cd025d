package org.uniongrid.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** Other modules tell people of their deeds, in the transaction of the deed. */
@ModuleTest
class ToldByOthersTests {

    private final Union union;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final Clock clock;

    ToldByOthersTests(Union union, MockMvcTester mvc, JdbcClient db, Clock clock) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        this.clock = clock;
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

    private List<String> kinds(Actor person) {
        return db.sql("select kind from notice.notice where person_id = ? order by id")
                .param(person.personId())
                .query(String.class)
                .list();
    }
}
