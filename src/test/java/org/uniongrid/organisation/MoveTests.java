package org.uniongrid.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Unit;
import org.uniongrid.Visitor;
import org.uniongrid.foundation.Actor;

/** A unit that gets another place takes along all that is below it, at once. */
@ModuleTest
class MoveTests {

    private final Union union;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final int port;
    private final Unit city;
    private final Unit east;
    private final Unit west;
    private final Unit street;

    MoveTests(Union union, JdbcClient db, TransactionTemplate transaction, @LocalServerPort int port) {
        this.union = union;
        this.db = db;
        this.transaction = transaction;
        this.port = port;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
        street = union.street(east, "河");
    }

    @Test
    void aSessionLosesWhatMovesAwayAndFindsItAgainWhenItComesBack() {
        var firm = union.enterprise(street, "丝");
        var cadre = Visitor.as(union.account("federation-cadre", east), port);
        for (var unit : List.of(street, firm)) assertThat(status(cadre, unit)).isEqualTo(200);
        move(street, west);
        for (var unit : List.of(street, firm)) assertThat(status(cadre, unit)).isEqualTo(404);
        move(street, east);
        for (var unit : List.of(street, firm)) assertThat(status(cadre, unit)).isEqualTo(200);
    }

    @Test
    void employersMoveWithTheUnionThatCoversThemAndWithTheDoorTheyStandAt() {
        var joint = union.under(street, Category.JOINT, "楼宇");
        var covered = union.coveredBy(joint, "绸");
        var alone = union.employerIn(street, "缎");
        move(street, west);
        var scope = scope(street);
        assertThat(scope).startsWith(scope(west));
        assertThat(employerScope(covered)).isEqualTo(scope(joint)).startsWith(scope);
        assertThat(employerScope(alone)).isEqualTo(scope);
        move(street, east);
        assertThat(employerScope(alone)).isEqualTo(scope(street)).startsWith(scope(east));
    }

    @Test
    void whoeverHoldsAPostMovesWithTheUnit() {
        var firm = union.enterprise(street, "绢");
        var chair = union.holder("union-chair", firm);
        var admin = union.holder("audit-admin", null);
        assertThat(tenureScope(chair)).isEqualTo(scope(firm));
        assertThat(tenureScope(admin)).isEqualTo("/");
        move(street, west);
        assertThat(tenureScope(chair)).isEqualTo(scope(firm)).startsWith(scope(west));
        move(street, east);
        inOneGo("delete from organisation.place where unit_id = " + firm.id());
        assertThat(tenureScope(chair)).as("stands nowhere in the tree").isEqualTo("/");
    }

    private String tenureScope(Actor holder) {
        return db.sql("select scope from organisation.tenure where person_id = ?")
                .param(holder.personId())
                .query(String.class)
                .single();
    }

    @Test
    void aParentMayBeCorrectedInItsPlace() {
        db.sql("update organisation.place set parent_id = ? where unit_id = ? and path is not null")
                .params(west.id(), street.id())
                .update();
        assertThat(scope(street))
                .isEqualTo(scope(west) + scope(street).substring(scope(west).length()));
    }

    @Test
    void whoeverEndsStandsInTheTreeNoLonger() {
        var group = union.under(street, Category.GROUP, "组");
        inOneGo("delete from organisation.place where unit_id = " + group.id());
        assertThat(db.sql("select scope is null from organisation.unit where id = ?")
                        .param(group.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aMovePlannedForLaterTakesEffectOnItsDay() {
        var firm = union.enterprise(street, "纱");
        var alone = union.employerIn(street, "线");
        var stale = scope(street);
        var firmBelow = scope(firm).substring(stale.length());
        transaction.executeWithoutResult(status -> {
            db.sql("update organisation.place set during = daterange(current_date - 9, null) where unit_id = any (?)")
                    .param(new Long[] {city.id(), east.id(), west.id(), street.id()})
                    .update();
            db.sql("update organisation.place set during = daterange(current_date - 9, current_date) where unit_id = ?")
                    .param(street.id())
                    .update();
            db.sql(
                            "insert into organisation.place (unit_id, line_id, parent_id, during) values (?, 1, ?, daterange(current_date, null))")
                    .params(street.id(), west.id())
                    .update();
            asItWasYesterday(stale, stale + firmBelow, firm, alone);
            db.sql("select organisation.catch_up()").query(row -> {});
        });
        var today = scope(west) + stale.substring(scope(east).length());
        assertThat(scope(street)).isEqualTo(today);
        assertThat(scope(firm)).isEqualTo(today + firmBelow);
        assertThat(employerScope(alone)).isEqualTo(today);
    }

    /** What is derived, as a night without anybody at work leaves it. */
    private void asItWasYesterday(String street, String firm, Unit firmUnit, Union.Employer alone) {
        db.sql(
                        "update organisation.place set path = case when upper_inf(during) then null else :path end where unit_id = :unit")
                .param("path", street)
                .param("unit", this.street.id())
                .update();
        db.sql("update organisation.place set path = ? where unit_id = ?")
                .params(firm, firmUnit.id())
                .update();
        db.sql("update organisation.unit set scope = case id when ? then ? else ? end where id in (?, ?)")
                .params(this.street.id(), street, firm, this.street.id(), firmUnit.id())
                .update();
        db.sql("update organisation.employer set scope = ? where public_id = ?")
                .params(street, alone.publicId())
                .update();
    }

    @Test
    void catchingUpChangesNothingThatIsRight() {
        var before = fingerprint();
        transaction.executeWithoutResult(
                status -> db.sql("select organisation.catch_up()").query(row -> {}));
        assertThat(fingerprint()).isEqualTo(before);
    }

    private List<String> fingerprint() {
        return db.sql("""
                        select md5(string_agg(p.id || p.path || p.xmin::text, ',' order by p.id)) from organisation.place p
                        union all select md5(string_agg(u.id || coalesce(u.scope, '') || u.xmin::text, ',' order by u.id)) from organisation.unit u
                        union all select md5(string_agg(e.id || coalesce(e.scope, '') || coalesce(e.union_id, 0), ',' order by e.id)) from organisation.employer e
                        """).query(String.class).list();
    }

    private int status(Visitor visitor, Unit unit) {
        return visitor.get("/organisation/units/" + unit.publicId()).statusCode();
    }

    private String scope(Unit unit) {
        return db.sql("select scope from organisation.unit where id = ?")
                .param(unit.id())
                .query(String.class)
                .single();
    }

    private String employerScope(Union.Employer employer) {
        return db.sql("select scope from organisation.employer where public_id = ?")
                .param(employer.publicId())
                .query(String.class)
                .single();
    }

    /** The place it had ends and another begins on the same day; on the day of its founding that is a correction. */
    private void move(Unit unit, Unit parent) {
        assertThatCode(() -> inOneGo(
                        "delete from organisation.place where unit_id = " + unit.id(),
                        "insert into organisation.place (unit_id, line_id, parent_id, during) values (" + unit.id()
                                + ", 1, " + parent.id() + ", daterange(current_date, null))"))
                .doesNotThrowAnyException();
    }

    private void inOneGo(String... statements) {
        transaction.executeWithoutResult(status -> {
            for (var statement : statements) db.sql(statement).update();
        });
    }
}
