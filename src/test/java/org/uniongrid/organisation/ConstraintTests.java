package org.uniongrid.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** What the database itself refuses, whoever asks. Nothing of it stays: every try is rolled back. */
@ModuleTest
class ConstraintTests {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Union.Unit city;
    private final Union.Unit east;

    ConstraintTests(Union union, JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
        city = union.city();
        east = union.district(city, "东");
    }

    @Test
    void whatIsNoPathSeesNothing() {
        assertThat(db.sql("select count(*) from organisation.within(array['', ' ', '0', null])")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(db.sql("select organisation.sees(array['', ' ', null], ?)")
                        .param(city.scope().path())
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void pathsStayApartBeyondSixteenMillionUnits() {
        assertThat(db.sql("select organisation.segment(16777216)")
                        .query(String.class)
                        .single())
                .isEqualTo("1000000/");
    }

    @Test
    void aUnitStandsInOnePlaceAtATime() {
        refuses("place_unit_id_line_id_during_excl", place(east, city, "current_date + 5", "null"));
    }

    @Test
    void affiliationHasNoGap() {
        refuses(
                "has a gap",
                "update organisation.place set during = daterange(lower(during), current_date + 5) where unit_id = "
                        + east.id(),
                place(east, city, "current_date + 9", "null"));
    }

    @Test
    void aMovePlannedForLaterIsFineAndDisturbsNothingToday() {
        allows(
                "update organisation.place set during = daterange(lower(during), current_date + 5) where unit_id = "
                        + east.id(),
                "insert into organisation.place (unit_id, line_id, during) values (" + east.id()
                        + ", 1, daterange(current_date + 5, null))");
    }

    @Test
    void aUnitNeverStandsBelowItself() {
        refuses("place_check", place(city, city, "current_date - 9", "current_date - 5"));
        refuses(
                "would stand below itself",
                "delete from organisation.place where unit_id = " + city.id(),
                place(city, east, "current_date", "null"));
    }

    @Test
    void aParentDoesNotEndBeforeItsChildren() {
        refuses(
                "outside its dates",
                "update organisation.place set during = daterange(lower(during), current_date + 5) where unit_id = "
                        + city.id());
        refuses("outside its dates", "delete from organisation.place where unit_id = " + city.id());
    }

    @Test
    void aChildDoesNotBeginBeforeItsParent() {
        refuses(
                "outside its dates",
                "update organisation.place set during = daterange(current_date - 9, null) where unit_id = "
                        + east.id());
    }

    @Test
    void aUnitHasOneNameAtATime() {
        refuses(
                "unit_name_unit_id_during_excl",
                "insert into organisation.unit_name (unit_id, name, during) values (" + east.id()
                        + ", '又名', daterange(current_date + 1, null))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "staff = 5, women = 6",
                "members = 5, women_members = 6",
                "staff = -1",
                "tier = null",
                "category = 'ENTERPRISE'",
                "category = 'OTHER'",
                "term_from = '2026-01-01', term_to = '2026-01-01'",
                "name = ' x'",
                "name = ''",
                "code = ''",
                "division = '123'",
                "register_type = 9"
            })
    void aFederationIsWhole(String change) {
        refuses("constraint", "update organisation.unit set " + change + " where id = " + east.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "staff, women) values ('x', '', 1, 2)",
                "lng) values ('x', '', 100)",
                "lng, lat) values ('x', '', 181, 0)",
                "uscc) values ('x', '', '9199010OMA0000001X')",
                "ownership) values ('x', '', '999')",
                "state) values ('x', '', 'GONE')"
            })
    void anEmployerIsWhole(String rest) {
        refuses("constraint", "insert into organisation.employer (name, search, " + rest);
    }

    @Test
    void aPostOfTheWholeCellStandsInNoUnitAndAnyOtherInOne() {
        refuses("post_check", post(String.valueOf(east.id()), "system-admin", "true"));
        refuses("post_check", post("null", "federation-cadre", "false"));
        refuses("post_role_id_cell_wide_fkey", post("null", "federation-cadre", "true"));
        refuses("post_role_id_cell_wide_fkey", post(String.valueOf(east.id()), "system-admin", "false"));
    }

    @Test
    void thereIsOneAffiliationLine() {
        refuses("one_affiliation", "insert into organisation.line (kind, name) values ('AFFILIATION', '第二')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table organisation.mine (id int)",
                "create table public.mine (id int)",
                "create schema mine",
                "alter table organisation.unit add column mine int",
                "alter table organisation.place disable trigger check_places",
                "drop table access.sign_in",
                "truncate access.sign_in",
                "update access.sign_in set outcome = 'SIGNED_IN'",
                "delete from access.sign_in",
                "create role mine",
                "alter role current_user superuser",
                "alter role current_user bypassrls",
                "set role postgres",
                "create extension dblink",
                "copy (select 1) to program 'true'",
                "select pg_read_file('postgresql.conf')",
                "select set_config('session_replication_role', 'replica', false)"
            })
    void theApplicationMayOnlyWorkWithRows(String sql) {
        assertThatThrownBy(() -> attempt(sql))
                .rootCause()
                .satisfies(cause -> assertThat(cause.getMessage())
                        .containsAnyOf(
                                "permission denied",
                                "must be owner",
                                "must be superuser",
                                "Only roles with",
                                "Must be superuser"));
    }

    @Test
    void theApplicationAddsToTheRecordOfSignIns() {
        allows("insert into access.sign_in (at, outcome, address) values (now(), 'UNKNOWN', '')");
    }

    private static String place(Union.Unit unit, Union.Unit parent, String from, String to) {
        return "insert into organisation.place (unit_id, line_id, parent_id, during) values (%d, 1, %d, daterange(%s, %s))"
                .formatted(unit.id(), parent.id(), from, to);
    }

    private static String post(String unit, String role, String cellWide) {
        return "insert into organisation.post (unit_id, role_id, cell_wide, title) select " + unit + ", id, " + cellWide
                + ", '岗' from organisation.role where key = '" + role + "'";
    }

    private AbstractThrowableAssert<?, ?> refuses(String why, String... statements) {
        return assertThatThrownBy(() -> attempt(statements)).rootCause().hasMessageContaining(why);
    }

    private void allows(String... statements) {
        assertThatCode(() -> attempt(statements)).doesNotThrowAnyException();
    }

    private void attempt(String... statements) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (var statement : statements) {
                if (statement.startsWith("select") || statement.startsWith("copy"))
                    db.sql(statement).query(row -> {});
                else db.sql(statement).update();
            }
            db.sql("set constraints all immediate").update();
        });
    }
}
