package org.uniongrid.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.organisation.IndustrySection;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.PartyOrganisation;
import org.uniongrid.organisation.SizeClass;

/** Employers narrowed by filters at random are those that plain Java finds by looking at every row. */
@ModuleTest
class EmployerFilterTests extends FilterFixture {

    private static final int FILTERS = 120;

    private final EmployerList employerList;

    EmployerFilterTests(Union union, EmployerList employerList, JdbcClient db) {
        super(union, db);
        this.employerList = employerList;
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
