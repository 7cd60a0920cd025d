package org.uniongrid.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.organisation.IndustrySection;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.PartyOrganisation;
import org.uniongrid.organisation.SizeClass;
import org.uniongrid.organisation.UnitState;
import org.uniongrid.web.Option;

/** Lists narrowed by filters at random hold what plain Java finds by looking at every row. */
@ModuleTest
class FilterTests {

    private static final int EMPLOYERS = 160;
    private static final int FILTERS = 120;

    private final EmployerList employerList;
    private final UnitList unitList;
    private final ListChoices choices;
    private final JdbcClient db;
    private final Random random = new Random(42);
    private final Union.Unit city;
    private final Union.Unit district;
    private final List<Union.Unit> unions = new ArrayList<>();
    private final Reach reach;
    private final UUID chain;
    private final UUID line;

    FilterTests(Union union, EmployerList employerList, UnitList unitList, ListChoices choices, JdbcClient db) {
        this.employerList = employerList;
        this.unitList = unitList;
        this.choices = choices;
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

    /** What Java knows of an employer. */
    private record Known(
            UUID id,
            String scope,
            @Nullable Long union,
            String state,
            @Nullable String ownership,
            @Nullable String industry,
            @Nullable Integer staff,
            @Nullable Integer insured,
            @Nullable String party,
            @Nullable String origin,
            @Nullable LocalDate termTo,
            boolean chained,
            boolean lined) {}

    @Test
    void employersAreThoseThatFulfilAllFilters() {
        var known = employers();
        assertThat(known).hasSize(EMPLOYERS);
        var narrow = 0;
        for (int i = 0; i < FILTERS; i++) {
            var values = employerFilter();
            var under = random.nextBoolean() ? city : district;
            var filter = EmployerFilter.of(values);
            assertThat(filter.values()).isEqualTo(values);
            var expected = new HashSet<UUID>();
            for (var one : known)
                if (one.scope().startsWith(under.scope().path()) && fulfils(one, values)) expected.add(one.id());
            assertThat(found(under, filter)).as(values.toString()).isEqualTo(expected);
            assertThat(employerList.count(reach, under.scope(), filter)).isEqualTo(expected.size());
            assertThat(employerList.countAll(reach, under.scope(), filter)).isEqualTo(expected.size());
            if (!expected.isEmpty() && expected.size() < EMPLOYERS) narrow++;
        }
        assertThat(narrow).as("filters that leave some").isGreaterThan(FILTERS / 4);
    }

    @Test
    void unionsAreThoseThatFulfilAllFilters() {
        for (var state : UnitState.values())
            for (var term : UnitFilter.Term.values()) {
                var values = Map.of(
                        "state", state.name(), "term", term.name(), "category", "JOINT", "line", line.toString());
                var expected = db
                        .sql("""
                                select u.public_id, u.term_to from organisation.unit u
                                join organisation.place p on p.unit_id = u.id
                                join organisation.line l on l.id = p.line_id and l.public_id = ?
                                where u.state = ? and u.category = 'JOINT' and u.term_to is not null
                                """)
                        .params(line, state.name())
                        .query((row, number) ->
                                Map.entry(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)))
                        .list()
                        .stream()
                        .filter(one -> isIn(term.name()).test(one.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
                var found = unitList.page(reach, city.scope(), UnitFilter.of(values), Cursor.START);
                assertThat(found.rows().stream().map(UnitList.Row::publicId))
                        .as(values.toString())
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        assertThat(EmployerFilter.of(
                        Map.of("state", "x", "chain", "no id", "origin", "somewhere", "size", "", "industry", "Z")))
                .isEqualTo(EmployerFilter.NONE);
        assertThat(UnitFilter.of(Map.of("line", "'; --", "category", "x"))).isEqualTo(UnitFilter.NONE);
    }

    @Test
    void aChainThatNobodyInReachStandsInIsNoChoice() {
        var below = new Reach.Units(List.of(district.scope()));
        var elsewhere = new Reach.Units(List.of(unions.get(7).scope()), List.of());
        assertThat(choices.chains(reach)).extracting(Option::label).containsExactly("滤链");
        assertThat(choices.chains(below)).extracting(Option::label).containsExactly("滤链");
        assertThat(choices.lines(reach)).extracting(Option::label).contains(lineName());
        assertThat(choices.lines(elsewhere)).extracting(Option::label).doesNotContain(lineName());
    }

    private Set<UUID> found(Union.Unit under, EmployerFilter filter) {
        var found = new HashSet<UUID>();
        UUID after = null;
        for (var rows = employerList.batch(reach, under.scope(), filter, after); !rows.isEmpty(); ) {
            rows.forEach(row -> assertThat(found.add(row.publicId())).isTrue());
            rows = employerList.batch(
                    reach, under.scope(), filter, rows.getLast().publicId());
        }
        return found;
    }

    private boolean fulfils(Known one, Map<String, String> values) {
        return values.entrySet().stream().allMatch(value -> {
            var chosen = value.getValue();
            return switch (value.getKey()) {
                case "state" -> one.state().equals(chosen);
                case "ownership" -> Ownership.valueOf(chosen).code().equals(one.ownership());
                case "industry" -> one.industry() != null && one.industry().startsWith(chosen);
                case "size" ->
                    one.staff() != null && EmployerFilter.Size.valueOf(chosen).holds(one.staff());
                case "insured" ->
                    SizeClass.of(one.insured()).map(Enum::name).orElse("").equals(chosen);
                case "party" -> chosen.equals(one.party());
                case "origin" -> chosen.equals(one.origin());
                case "chain" -> one.chained();
                case "line" -> one.lined();
                case "term" -> one.termTo() != null && isIn(chosen).test(one.termTo());
                case "standing" ->
                    switch (chosen) {
                        case "COVERED" -> one.union() != null;
                        case "NONE" -> one.union() == null;
                        default -> one.termTo() != null && one.termTo().isBefore(LocalDate.now());
                    };
                default -> throw new IllegalArgumentException(value.getKey());
            };
        });
    }

    private static Predicate<LocalDate> isIn(String term) {
        var today = LocalDate.now();
        var soon = today.plusMonths(3);
        return switch (term) {
            case "OVERDUE" -> date -> date.isBefore(today);
            case "ENDING" -> date -> !date.isBefore(today) && date.isBefore(soon);
            default -> date -> !date.isBefore(soon);
        };
    }

    private Map<String, String> employerFilter() {
        var values = new HashMap<String, String>();
        maybe(values, "state", one(EmployerState.values()));
        maybe(values, "ownership", one(new Ownership[] {Ownership.PRIVATE, Ownership.LIMITED, Ownership.FOREIGN}));
        maybe(values, "industry", one(new IndustrySection[] {IndustrySection.C, IndustrySection.G, IndustrySection.T}));
        maybe(values, "size", one(EmployerFilter.Size.values()));
        maybe(values, "insured", one(SizeClass.values()));
        maybe(values, "party", one(PartyOrganisation.values()));
        maybe(values, "standing", one(EmployerFilter.Standing.values()));
        maybe(values, "term", one(UnitFilter.Term.values()));
        if (random.nextInt(6) == 0) values.put("origin", random.nextBoolean() ? "KR" : "CN");
        if (random.nextInt(6) == 0) values.put("chain", chain.toString());
        if (random.nextInt(6) == 0) values.put("line", line.toString());
        return values;
    }

    private void maybe(Map<String, String> values, String name, Enum<?> one) {
        if (random.nextInt(6) == 0) values.put(name, one.name());
    }

    private <E> E one(E[] all) {
        return all[random.nextInt(all.length)];
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

    private String lineName() {
        return "滤线" + city.id();
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

    private List<Known> employers() {
        return db.sql("""
                        select e.public_id as id, e.scope, e.union_id as union, e.state, e.ownership, e.industry, e.staff, e.insured,
                               e.party, e.origin, u.term_to,
                               exists (select from organisation.chain_member m join organisation.chain c on c.id = m.chain_id
                                       where m.employer_id = e.id and c.public_id = :chain and m.during @> current_date) as chained,
                               exists (select from organisation.place p join organisation.line l on l.id = p.line_id
                                       where p.unit_id = e.union_id and l.public_id = :line) as lined
                        from organisation.employer e left join organisation.unit u on u.id = e.union_id
                        where e.scope like :city || '%'
                        """)
                .param("chain", chain)
                .param("line", line)
                .param("city", city.scope().path())
                .query(Known.class)
                .list();
    }
}
