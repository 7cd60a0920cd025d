package org.uniongrid.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Scope;
import org.uniongrid.people.Persons;

/** The sums by day are what counting everything anew gives, whatever happened. */
@ModuleTest
class CountsTests {

    private static final Actor JOB = Actor.system("test");
    private static final List<Change> CHANGES =
            List.of(Change.LEFT, Change.RETIRED, Change.SUSPENDED, Change.RESUMED, Change.KEPT);

    private final Union union;
    private final Stays stays;
    private final Counts counts;
    private final Persons persons;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final LocalDate today;
    private final Union.Unit city;
    private final List<Union.Unit> districts = new ArrayList<>();
    private final List<Union.Unit> bases = new ArrayList<>();
    private final List<Long> people = new ArrayList<>();

    CountsTests(
            Union union,
            Stays stays,
            Counts counts,
            Persons persons,
            JdbcClient db,
            TransactionTemplate transaction,
            Clock clock) {
        this.union = union;
        this.stays = stays;
        this.counts = counts;
        this.persons = persons;
        this.db = db;
        this.transaction = transaction;
        today = LocalDate.now(clock);
        city = union.city();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void incrementalEqualsRebuiltAfterAnyHistory(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2; i++) districts.add(union.district(city, "数" + seed + i));
        for (int i = 0; i < 5; i++) bases.add(union.enterprise(districts.get(i % 2), "数厂" + seed + i));
        for (int i = 0; i < 60; i++) {
            try {
                happen(random);
            } catch (RuleBroken notNow) {
                // what the rules forbid does not happen
            }
            if (random.nextInt(5) == 0) counts.fold();
        }
        var kept = figures();
        db.sql("select membership.rebuild_counts()").query(row -> {});
        assertThat(figures()).isEqualTo(kept);
        assertThat(total(districts.get(0)) + total(districts.get(1)))
                .as("nobody is counted twice")
                .isEqualTo(people.stream()
                        .filter(person -> stays.current(person)
                                .filter(stay ->
                                        stay.state() == MemberState.MEMBER || stay.state() == MemberState.SUSPENDED)
                                .isPresent())
                        .count());
    }

    private void happen(Random random) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> join(random);
            case 3 -> roll(random);
            case 4 -> move(one(bases, random), one(districts, random));
            case 5 -> classed(random);
            default -> change(random);
        }
    }

    private void join(Random random) {
        var person = people.isEmpty() || random.nextInt(3) > 0 ? newcomer() : one(people, random);
        var place = new Stays.Place(one(bases, random).id(), null, random.nextBoolean() ? "rider" : null);
        transaction.executeWithoutResult(_ -> stays.begin(JOB, person, "甲", place));
    }

    private long newcomer() {
        var person = persons.add("数人");
        people.add(person);
        return person;
    }

    /** Somebody whom a roll names, since a day of the past. */
    private void roll(Random random) {
        var base = one(bases, random);
        var left = random.nextInt(3) == 0;
        db.sql("""
                        insert into membership.stay (person_id, unit_id, scope, worker_class, state, origin, since, until)
                        select :person, u.id, u.scope, 'courier', :state, 'ROLL', :since, :until::date
                        from organisation.unit u where u.id = :unit
                        """)
                .param("person", newcomer())
                .param("state", left ? "LEFT" : "MEMBER")
                .param("since", today.minusDays(random.nextInt(60) + 10L))
                .param("until", left ? today.minusDays(random.nextInt(10)) : null)
                .param("unit", base.id())
                .update();
    }

    private void classed(Random random) {
        if (people.isEmpty()) return;
        db.sql("update membership.stay set worker_class = 'staff' where person_id = ? and until is null")
                .param(one(people, random))
                .update();
    }

    private void change(Random random) {
        if (people.isEmpty()) return;
        var stay = stays.current(one(people, random));
        stay.ifPresent(
                it -> transaction.executeWithoutResult(_ -> stays.change(JOB, it, "甲", one(CHANGES, random), null)));
    }

    private void move(Union.Unit unit, Union.Unit under) {
        db.sql("update organisation.place set parent_id = ? where unit_id = ? and line_id = 1")
                .params(under.id(), unit.id())
                .update();
    }

    private TreeMap<String, String> figures() {
        var figures = new TreeMap<String, String>();
        for (var unit : all())
            for (var day :
                    List.of(today, today.minusDays(1), today.minusDays(9), today.minusDays(30), today.minusDays(90)))
                figures.put(
                        unit.id() + " " + day,
                        counts.onDay(new Reach.Cell(), unit.id(), scope(unit), day)
                                .toString());
        return figures;
    }

    private List<Union.Unit> all() {
        var all = new ArrayList<>(bases);
        all.addAll(districts);
        all.add(city);
        return all;
    }

    private Scope scope(Union.Unit unit) {
        return new Scope(db.sql("select scope from organisation.unit where id = ?")
                .param(unit.id())
                .query(String.class)
                .single());
    }

    private long total(Union.Unit unit) {
        return counts.onDay(new Reach.Cell(), unit.id(), scope(unit), today).stream()
                .mapToLong(Counts.OfClass::members)
                .sum();
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
