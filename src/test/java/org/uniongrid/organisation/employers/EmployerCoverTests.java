package org.uniongrid.organisation.employers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.organisation.Category;

/** Cover by a union begins with an employer, goes over to another union, and ends where the employer closes. */
@ModuleTest
class EmployerCoverTests extends EmployerFixture {

    EmployerCoverTests(Union union, MockMvcTester mvc, JdbcClient db, Clock clock) {
        super(union, mvc, db, clock);
    }

    @Test
    void anEmployerUnderAJointUnionIsCoveredByIt() {
        var joint = union.under(east, Category.JOINT, "手联");
        var form = form("手工盖");
        form.putAll(
                Map.of("under", joint.publicId().toString(), "mode", "JOINT", "from", today.toString(), "seat", ""));
        var id = added(form);
        assertThat(scopeOf(id)).isEqualTo(joint.scope().path());
        assertThat(deeds(id)).containsExactly("organisation.employer.add", "organisation.cover.begin");
    }

    @Test
    void closingEndsCoverOnThatDayAndPausingDoesNot() {
        var joint = union.under(east, Category.JOINT, "手停");
        var firm = union.coveredBy(joint, "手工停");
        db.sql("update organisation.cover set during = daterange(?, null) where unit_id = ?")
                .params(today.minusDays(9), joint.id())
                .update();
        var id = firm.publicId().toString();
        assertThat(get(cadre, "/" + id + "/state")).bodyText().contains(joint.name(), "会员的会籍不变");
        assertThat(state(id, "SUSPENDED", today.minusDays(5))).hasStatus3xxRedirection();
        assertThat(openCovers(id)).isEqualTo(1);
        assertThat(state(id, "CLOSED", today.minusDays(6)))
                .as("before the last change")
                .hasStatus(422);
        assertThat(state(id, "CLOSED", today.plusDays(1)))
                .as("later than today")
                .hasStatus(422);
        assertThat(state(id, "CLOSED", today.minusDays(2))).hasStatus3xxRedirection();
        assertThat(openCovers(id)).isZero();
        assertThat(text("closed_on", id)).isEqualTo(today.minusDays(2).toString());
        assertThat(text("union_id", id)).isEqualTo("null");
        assertThat(scopeOf(id))
                .as("without a seat it stands with the federation above")
                .isEqualTo(east.scope().path());
        assertThat(get(cadre, "/" + id + "?tab=history")).bodyText().contains("停业", "关闭", "测试原因");
        assertThat(state(id, "OPERATING", today)).hasStatus3xxRedirection();
        assertThat(text("state", id) + text("closed_on", id)).isEqualTo("OPERATINGnull");
        assertThat(openCovers(id)).as("cover does not come back by itself").isZero();
    }

    @Test
    void anEmployerMovesFromOneUnionToAnotherInOneStep() {
        var from = union.under(east, Category.JOINT, "手前");
        var to = union.under(east, Category.JOINT, "手后");
        var id = union.coveredBy(from, "手工移").publicId().toString();
        db.sql("update organisation.cover set during = daterange(?, null) where unit_id = ?")
                .params(today.minusDays(9), from.id())
                .update();
        var cover = db.sql("select public_id::text from organisation.cover where unit_id = ?")
                .param(from.id())
                .query(String.class)
                .single();
        assertThat(get(cadre, "/" + id + "/covers/new?q=" + to.name()))
                .bodyText()
                .contains(to.name(), "同一天结束");
        var form =
                Map.of("union", to.publicId().toString(), "mode", "JOINT", "from", today.toString(), "instead", cover);
        assertThat(post("/" + id + "/covers", form)).hasStatus3xxRedirection();
        assertThat(scopeOf(id)).isEqualTo(to.scope().path());
        assertThat(openCovers(id)).isEqualTo(1);
        var other = union.under(union.district(city, "手别"), Category.JOINT, "手别");
        assertThat(post(
                        "/" + id + "/covers",
                        Map.of("union", other.publicId().toString(), "mode", "JOINT", "from", today.toString())))
                .hasStatus(404);
    }

    private MvcTestResult state(String id, String state, LocalDate from) {
        return post("/" + id + "/state", Map.of("state", state, "from", from.toString(), "reason", "测试原因"));
    }

    private int openCovers(String id) {
        return count(
                "select count(*) from organisation.cover c join organisation.employer e on e.id = c.employer_id where upper_inf(c.during) and e.public_id = ?",
                id);
    }
}
