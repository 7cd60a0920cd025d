package org.uniongrid.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Stay;
import org.uniongrid.membership.Stays;
import org.uniongrid.organisation.Category;
import org.uniongrid.people.Persons;

/** A union or an employer ends; nobody loses their membership by that. */
@ModuleTest
class MembersKeptTests {

    private final Union union;
    private final Stays stays;
    private final Persons persons;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final MockMvcTester mvc;
    private final Union.Unit east;
    private final Actor cadre;

    MembersKeptTests(
            Union union,
            Stays stays,
            Persons persons,
            TransactionTemplate transaction,
            JdbcClient db,
            MockMvcTester mvc) {
        this.union = union;
        this.stays = stays;
        this.persons = persons;
        this.transaction = transaction;
        this.db = db;
        this.mvc = mvc;
        east = union.district(union.city(), "留");
        cadre = union.cadre(east);
    }

    @Test
    void membersOfADissolvedUnionAreKeptByTheOneAbove() {
        var factory = union.enterprise(east, "散厂");
        var member = member(factory, null);
        var retired = member(factory, null);
        db.sql("update membership.stay set state = 'RETIRED' where person_id = ?")
                .param(retired)
                .update();
        new Restructuring(mvc, db, cadre).decide(factory, "dissolve", 0);
        assertThat(stay(member).unit()).isEqualTo(east.publicId());
        assertThat(stay(member).state()).isEqualTo(MemberState.KEPT);
        assertThat(stay(member).scope().path()).isEqualTo(scope(east));
        assertThat(stay(retired).state()).as("stays what it was").isEqualTo(MemberState.RETIRED);
        assertThat(db.sql(
                                "select what || ' ' || unit_name from membership.stay_event where stay_id = ? order by id desc limit 1")
                        .param(stay(member).id())
                        .query(String.class)
                        .single())
                .isEqualTo("KEPT " + factory.name());
    }

    @Test
    void membersOfAMergedUnionGoWithIt() {
        var one = union.under(east, Category.JOINT, "并甲");
        var other = union.under(east, Category.JOINT, "并乙");
        var member = member(other, null);
        new Restructuring(mvc, db, cadre)
                .decide(one, "merge", 0, "other", other.publicId().toString());
        assertThat(stay(member).unit()).isEqualTo(one.publicId());
        assertThat(stay(member).state()).isEqualTo(MemberState.MEMBER);
    }

    @Test
    void membersOfAnEmployerThatClosesAreKept() {
        var joint = union.under(east, Category.JOINT, "关联");
        var employer = union.coveredBy(joint, "关厂");
        var there = member(joint, employer.publicId());
        var beside = member(joint, null);
        var answer = mvc.post()
                .uri("/organisation/employers/" + employer.publicId() + "/state")
                .requestAttr(Actor.class.getName(), cadre)
                .param("state", "CLOSED")
                .param(
                        "from",
                        LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString())
                .param("reason", "注销")
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(stay(there).state()).isEqualTo(MemberState.KEPT);
        assertThat(stay(there).unit()).as("the joint union goes on").isEqualTo(joint.publicId());
        assertThat(stay(beside).state()).isEqualTo(MemberState.MEMBER);
    }

    private long member(Union.Unit unit, @Nullable UUID employer) {
        var person = persons.add("留人");
        var employerId = employer == null
                ? null
                : db.sql("select id from organisation.employer where public_id = ?")
                        .param(employer)
                        .query(Long.class)
                        .single();
        transaction.executeWithoutResult(
                _ -> stays.begin(Actor.system("test"), person, "留人", new Stays.Place(unit.id(), employerId, null)));
        return person;
    }

    private Stay stay(long person) {
        return stays.current(person).orElseThrow();
    }

    private String scope(Union.Unit unit) {
        return db.sql("select scope from organisation.unit where id = ?")
                .param(unit.id())
                .query(String.class)
                .single();
    }
}
