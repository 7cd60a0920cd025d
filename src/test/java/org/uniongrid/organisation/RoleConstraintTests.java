package org.uniongrid.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** What the database refuses of roles, posts and tenures, whoever asks. */
@ModuleTest
class RoleConstraintTests {

    private final Union union;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Union.Unit city;

    RoleConstraintTests(Union union, JdbcClient db, TransactionTemplate transaction) {
        this.union = union;
        this.db = db;
        this.transaction = transaction;
        city = union.city();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CELL  | exchange.import,access.account.unlock            | mixes duties",
                "CELL  | organisation.unit.read,access.sign-in.read       | mixes duties",
                "CELL  | access.account.unlock,access.sign-in.read        | mixes duties",
                "BELOW | access.account.unlock                            | not the whole cell",
                "OWN   | access.sign-in.read                              | not the whole cell",
                "BELOW | organisation.unit.burn                           | does not exist",
            })
    void aRoleKeepsDutiesApart(String reach, String permissions, String why) {
        refuses(why, role(reach, permissions));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BELOW | organisation.unit.read,exchange.import,organisation.post.edit",
                "CELL  | access.account.unlock,organisation.post.edit",
                "SELF  | organisation.unit.read",
            })
    void otherMixturesAreFine(String reach, String permissions) {
        assertThatCode(() -> attempt(role(reach, permissions))).doesNotThrowAnyException();
    }

    @Test
    void theRolesOfTheAdministratorsAreFixed() {
        for (var role : new String[] {"system-admin", "security-admin", "audit-admin"}) {
            refuses("is fixed", "update organisation.role set permissions = '{}' where key = '" + role + "'");
            refuses("is fixed", "update organisation.role set fixed = false where key = '" + role + "'");
        }
        refuses("permission denied", "delete from organisation.role where key = 'union-chair'");
        refuses("role_check", "update organisation.role set retired_on = current_date where key = 'union-chair'");
        refuses("permission denied", "insert into organisation.permission (key, duty) values ('a.b', 'WORK')");
    }

    @Test
    void nobodyHoldsTwoOfTheAdministrators() {
        var person = union.holder("security-admin", null).personId();
        refuses("exclude one another", tenure(person, post("system-admin"), "current_date", "null"));
        refuses("exclude one another", tenure(person, post("audit-admin"), "current_date + 90", "current_date + 99"));
        refuses("this pair is fixed", "delete from organisation.role_exclusion where fixed");
        refuses("permission denied", "update organisation.role_exclusion set fixed = false");
    }

    @Test
    void oneAfterTheOtherIsFine() {
        var person = union.holder("security-admin", null).personId();
        assertThatCode(() -> attempt(
                        "update organisation.tenure set during = daterange(lower(during), current_date + 5) where person_id = "
                                + person,
                        tenure(person, post("system-admin"), "current_date + 5", "null")))
                .doesNotThrowAnyException();
        refuses(
                "exclude one another",
                "update organisation.tenure set during = daterange(lower(during), current_date + 5) where person_id = "
                        + person,
                tenure(person, post("system-admin"), "current_date + 4", "null"));
    }

    @Test
    void ofTwoWhoAppointAtOnceOneIsRefused() {
        var person = union.holder("union-chair", city).personId();
        var posts = new long[] {post("system-admin"), post("security-admin")};
        var both = new CyclicBarrier(2);
        var first = CompletableFuture.runAsync(() -> race(person, posts[0], both));
        var second = CompletableFuture.runAsync(() -> race(person, posts[1], both));
        assertThatThrownBy(() -> CompletableFuture.allOf(first, second).join())
                .isInstanceOf(CompletionException.class)
                .rootCause()
                .hasMessageContaining("exclude one another");
        assertThat(db.sql("select count(*) from organisation.tenure where person_id = ? and post_id in (?, ?)")
                        .params(person, posts[0], posts[1])
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private void race(long person, long post, CyclicBarrier both) {
        transaction.executeWithoutResult(status -> {
            try {
                db.sql("select 1").query(row -> {});
                both.await();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
            db.sql(tenure(person, post, "current_date", "null")).update();
        });
    }

    @Test
    void aPairIsNotMadeWhileSomebodyHoldsBoth() {
        var actor = union.holder("federation-cadre", city);
        attemptForGood(tenure(actor.personId(), postIn("union-chair", city, "兼职"), "current_date", "current_date + 1"));
        refuses("somebody holds both", """
                insert into organisation.role_exclusion (one_id, other_id)
                select min(id), max(id) from organisation.role where key in ('federation-cadre', 'union-chair')""");
    }

    @Test
    void aPostHasOneHolderAndAnyNumberOfStandIns() {
        var actor = union.holder("federation-cadre", city);
        var other = union.holder("union-chair", city).personId();
        var post = "(select post_id from organisation.tenure where person_id = " + actor.personId() + ")";
        refuses("tenure_one_holder", tenure(other, post, "current_date + 3", "null", false));
        assertThatCode(() -> attempt(tenure(other, post, "current_date + 3", "current_date + 9", true)))
                .doesNotThrowAnyException();
        refuses("tenure_check", tenure(other, post, "current_date + 3", "null", true));
    }

    @Test
    void aPostClosesWhenNobodyHoldsItAnyLonger() {
        var actor = union.holder("federation-cadre", city);
        var post = "(select post_id from organisation.tenure where person_id = " + actor.personId() + ")";
        refuses("is still held", "update organisation.post set closed_on = current_date where id = " + post);
        refuses(
                "is closed",
                "update organisation.post set closed_on = current_date where id = " + post(city, "旧"),
                tenure(
                        actor.personId(),
                        "(select max(id) from organisation.post where title = '旧')",
                        "current_date",
                        "null",
                        false));
        refuses("permission denied", "update organisation.post set unit_id = unit_id");
        refuses("permission denied", "delete from organisation.post");
    }

    @Test
    void aRetiredRoleIsGivenToNobody() {
        var role = "组员" + UUID.randomUUID().toString().substring(0, 8);
        refuses(
                "is retired",
                "insert into organisation.role (key, name, reach, cell_wide, permissions, retired_on) values ('role-x9', '"
                        + role + "', 'OWN', false, '{}', current_date)",
                "insert into organisation.post (unit_id, role_id, cell_wide, title) select " + city.id()
                        + ", id, false, '空' from organisation.role where key = 'role-x9'",
                tenure(
                        union.cadre(city).personId(),
                        "(select max(id) from organisation.post where title = '空')",
                        "current_date",
                        "null",
                        false));
        refuses(
                "still held",
                "update organisation.role set name = 'x', retired_on = current_date where key = 'union-chair'");
    }

    private static String role(String reach, String permissions) {
        return "insert into organisation.role (key, name, reach, cell_wide, permissions) values ('role-%s', '试%s', '%s', %s, '{%s}')"
                .formatted(
                        1_000_000 + permissions.hashCode() % 1000 + 1000,
                        permissions.hashCode(),
                        reach,
                        reach.equals("CELL"),
                        permissions);
    }

    /** A vacant post of the whole cell. */
    private long post(String role) {
        return db.sql("""
                        insert into organisation.post (role_id, cell_wide, title)
                        select id, true, '空岗' from organisation.role where key = ? returning id
                        """).param(role).query(Long.class).single();
    }

    private String post(Union.Unit unit, String title) {
        return String.valueOf(postIn("federation-cadre", unit, title));
    }

    private long postIn(String role, Union.Unit unit, String title) {
        return db.sql("""
                        insert into organisation.post (unit_id, role_id, cell_wide, title)
                        select ?, id, false, ? from organisation.role where key = ? returning id
                        """).params(unit.id(), title, role).query(Long.class).single();
    }

    private static String tenure(long person, long post, String from, String to) {
        return tenure(person, String.valueOf(post), from, to, false);
    }

    private static String tenure(long person, String post, String from, String to, boolean acting) {
        return "insert into organisation.tenure (post_id, person_id, during, acting) values (%s, %d, daterange(%s, %s), %s)"
                .formatted(post, person, from, to, acting);
    }

    private void refuses(String why, String... statements) {
        assertThatThrownBy(() -> attempt(statements)).rootCause().hasMessageContaining(why);
    }

    private void attempt(String... statements) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (var statement : statements) db.sql(statement).update();
        });
    }

    private void attemptForGood(String statement) {
        db.sql(statement).update();
    }
}
