package org.uniongrid.organisation.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.EmployerState;

/** A city of unions and employers that are described at random, the same every time. */
abstract class FilterFixture {

    static final int EMPLOYERS = 160;

    final JdbcClient db;
    final Random random = new Random(42);
    final Union.Unit city;
    final Union.Unit district;
    final List<Union.Unit> unions = new ArrayList<>();
    final Reach reach;
    final UUID chain;
    final UUID line;

    FilterFixture(Union union, JdbcClient db) {
        this.db = db;
        this.city = union.city();
        this.district = union.district(city, "滤");
        for (int i = 0; i < 8; i++)
            unions.add(union.under(i % 2 == 0 ? city : district, i < 6 ? Category.JOINT : Category.REGIONAL, "滤" + i));
        this.reach = union.cadre(city).reach("organisation.employer.read");
        this.line = line();
        describeUnions();
        for (int i = 0; i < EMPLOYERS; i++) union.employerIn(i % 3 == 0 ? district : city, "滤企");
        describeEmployers();
        this.chain = chain();
    }

    static Predicate<LocalDate> isIn(String term) {
        var today = LocalDate.now();
        var soon = today.plusMonths(3);
        return switch (term) {
            case "OVERDUE" -> date -> date.isBefore(today);
            case "ENDING" -> date -> !date.isBefore(today) && date.isBefore(soon);
            default -> date -> !date.isBefore(soon);
        };
    }

    <E> E one(E[] all) {
        return all[random.nextInt(all.length)];
    }

    String lineName() {
        return "滤线" + city.id();
    }

    private UUID line() {
        return db.sql(
                        "with l as (insert into organisation.line (kind, name) values ('INDUSTRY', ?) returning id, public_id),"
                                + " p as (insert into organisation.place (unit_id, line_id, during)"
                                + " select unnest(?::bigint[]), l.id, daterange(current_date - 9, null) from l)"
                                + " select public_id from l")
                .params(lineName(), unions.stream().limit(4).map(Union.Unit::id).toArray(Long[]::new))
                .query(UUID.class)
                .single();
    }

    private UUID chain() {
        return db.sql(
                        "with c as (insert into organisation.chain (unit_id, name, kind) values (?, '滤链', 'TRADE') returning id, public_id),"
                                + " m as (insert into organisation.chain_member (chain_id, employer_id, position, during)"
                                + " select c.id, e.id, 'SERVICE', daterange(current_date - 9, case when e.id % 7 = 0 then current_date end)"
                                + " from c, organisation.employer e where e.scope like ? || '%' and e.id % 2 = 0)"
                                + " select public_id from c")
                .params(city.id(), city.scope().path())
                .query(UUID.class)
                .single();
    }

    private void describeUnions() {
        int number = 0;
        for (var union : unions) {
            db.sql(
                            "update organisation.unit set term_from = current_date - 999, term_to = current_date + ? where id = ?")
                    .params(List.of(-1, 0, 40, 200, 900).get(number % 5), union.id())
                    .update();
            if (number % 4 == 3)
                db.sql(
                                "insert into organisation.unit_state (unit_id, state, during) values (?, 'SUSPENDED', daterange(current_date - 9, null))")
                        .param(union.id())
                        .update();
            number++;
        }
    }

    private void describeEmployers() {
        var ids = db.sql("select id from organisation.employer where scope like ? || '%' order by id")
                .param(city.scope().path())
                .query(Long.class)
                .list();
        for (long id : ids) {
            if (random.nextInt(3) > 0)
                db.sql(
                                "insert into organisation.cover (employer_id, unit_id, mode, during) values (?, ?, 'COVERED', daterange(current_date - 9, null))")
                        .params(id, unions.get(random.nextInt(unions.size())).id())
                        .update();
            db.sql("""
                            update organisation.employer set state = ?, ownership = ?, industry = ?, staff = ?, party = ?, origin = ?
                            where id = ?
                            """)
                    .params(
                            one(EmployerState.values()).name(),
                            one(new String[] {"170", "159", "300", null}),
                            one(new String[] {"C13", "G5810", "C4399", null}),
                            one(new Integer[] {0, 24, 25, 199, 200, 999, 1000, null}),
                            one(new String[] {"NONE", "BRANCH", "COMMITTEE", null}),
                            one(new String[] {"KR", "CN", null}),
                            id)
                    .update();
            if (random.nextBoolean())
                db.sql("insert into organisation.employer_insured (employer_id, year, insured) values (?, 2025, ?)")
                        .params(id, List.of(0, 99, 100, 300, 301, 5000).get(random.nextInt(6)))
                        .update();
        }
    }
}
