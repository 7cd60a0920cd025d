package org.uniongrid.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Unit;

/** What is kept of a subtree is what one would count there, whatever happened and whoever is at it. */
@ModuleTest
class TotalsTests {

    /** Units for which the kept sums are not what is counted. */
    private static final String WRONG = """
            select count(*) from organisation.unit u cross join lateral organisation.totals(u.id, u.scope) t
            cross join lateral (
                select count(*) as unions, coalesce(sum(organisation.own_members(k.category, k.members)), 0) as members
                from organisation.unit k where starts_with(k.scope, u.scope)) c
            cross join lateral (
                select count(*) as employers, count(union_id) as covered, coalesce(sum(staff), 0) as staff
                from organisation.employer e where starts_with(e.scope, u.scope)) f
            where starts_with(u.scope, ?)
              and (t.unions, t.members, t.employers, t.covered, t.staff)
                  is distinct from (c.unions, c.members, f.employers, f.covered, f.staff)
            """;

    private final Union union;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Unit city;
    private final List<Unit> federations = new ArrayList<>();
    private final List<Unit> unions = new ArrayList<>();
    private final List<Union.Employer> employers = new ArrayList<>();

    TotalsTests(Union union, JdbcClient db, TransactionTemplate transaction) {
        this.union = union;
        this.db = db;
        this.transaction = transaction;
        city = union.city();
        for (var word : List.of("东", "西", "南")) {
            var district = union.district(city, word);
            federations.add(district);
            federations.add(union.street(district, word));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sumsAreWhatIsCountedAfterAnyHistory(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < 60; step++) {
            happen(random);
            if (step % 15 == 14) assertThat(wrong()).as("step %s", step).isZero();
        }
        var kept = sums();
        run("select organisation.rebuild_totals()");
        assertThat(sums()).isEqualTo(kept);
        assertThat(wrong()).isZero();
    }

    private void happen(Random random) {
        var place = one(federations, random);
        switch (random.nextInt(9)) {
            case 0 -> unions.add(union.under(place, Category.JOINT, "联"));
            case 1 -> unions.add(union.enterprise(place, "企"));
            case 2 -> employers.add(union.employerIn(place, "坐"));
            case 3 -> {
                if (!unions.isEmpty()) employers.add(union.coveredBy(one(unions, random), "盖"));
            }
            case 4 -> change("update organisation.unit set members = ?, staff = 999 where id = ?", random, unions);
            case 5 -> {
                if (!employers.isEmpty())
                    db.sql("update organisation.employer set staff = nullif(?, 3) where public_id = ?")
                            .params(random.nextInt(900), one(employers, random).publicId())
                            .update();
            }
            case 6 -> {
                if (!unions.isEmpty()) move(one(unions, random), place);
            }
            case 7 -> {
                if (!employers.isEmpty()) uncover(one(employers, random));
            }
            default -> run("select organisation.fold_totals(false)");
        }
    }

    private void change(String sql, Random random, List<Unit> which) {
        if (which.isEmpty()) return;
        db.sql(sql).params(random.nextInt(900), one(which, random).id()).update();
    }

    private void move(Unit unit, Unit under) {
        db.sql("update organisation.place set parent_id = ? where unit_id = ? and line_id = 1")
                .params(under.id(), unit.id())
                .update();
    }

    private void uncover(Union.Employer employer) {
        db.sql("""
                        delete from organisation.cover where employer_id =
                            (select id from organisation.employer where public_id = ?)
                        """).param(employer.publicId()).update();
    }

    @Test
    void manyWhoWriteAtOnceWaitForNobodyAndLoseNothing() {
        var place = federations.get(1);
        IntStream.range(0, 24).parallel().forEach(i -> {
            if (i % 4 == 3) run("select organisation.fold_totals(false)");
            else db.sql("""
                                insert into organisation.employer (name, search, division, staff)
                                values ('同时' || ?, '''同时''', ?, 10)
                                """).params(i, place.division()).update();
        });
        assertThat(wrong()).isZero();
    }

    @Test
    void whatIsTakenBackWasNeverCounted() {
        var before = sums();
        transaction.executeWithoutResult(status -> {
            db.sql("update organisation.employer set staff = staff + 1 where staff > 0")
                    .update();
            union.employerIn(federations.getFirst(), "撤");
            status.setRollbackOnly();
        });
        assertThat(sums()).isEqualTo(before);
        assertThat(wrong()).isZero();
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private int wrong() {
        return db.sql(WRONG).param(city.scope().path()).query(Integer.class).single();
    }

    private String sums() {
        return db.sql("""
                        select string_agg(concat_ws(' ', u.id, t.unions, t.employers, t.covered, t.staff, t.members), ';' order by u.id)
                        from organisation.unit u cross join lateral organisation.totals(u.id, u.scope) t
                        where starts_with(u.scope, ?)
                        """).param(city.scope().path()).query(String.class).single();
    }

    private void run(String sql) {
        db.sql(sql).query(row -> {});
    }
}
