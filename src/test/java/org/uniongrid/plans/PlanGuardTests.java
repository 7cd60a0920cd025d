package org.uniongrid.plans;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.uniongrid.ModuleTest;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Scope;
import org.uniongrid.matrix.Asked;

/** Every page that shows records, on a database as big as a city: its queries go by an index, whoever asks. */
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanGuardTests {

    /** What is known and accepted, with the reason. */
    private static final Map<String, String> ACCEPTED = Map.ofEntries(
            entry(
                    "reads all of unit for .*: select [dgo].id, [dgo].public_id, .*organisation.rest_scope\\(u.id\\) as scope, .*",
                    "codes to join by and gifts are few: all of them are narrowed by their unions, one short row each, hashed"),
            entry(
                    "sorts many rows for (CELL|CITY): select [dgo].id, [dgo].public_id, .*",
                    "the same for a whole city, sorted by when they were made"),
            entry(
                    "reads many rows of unit for .*: select u.public_id, u.name, t.staff, coalesce\\(\\(select sum\\(c.members\\).*",
                    "the unions right below one, each with its sums and what was not folded yet"),
            entry(
                    "reads (all|many rows) of (unit|report_standing) for .*: select coalesce\\(s.state, 'NONE'\\) as standing, count.*",
                    "how many unions of a subtree were reported: one short row a union, hashed"),
            entry(
                    "sorts many rows for CELL: select coalesce\\(s.state, 'NONE'\\) as standing, count.*",
                    "the same for the whole cell, sorted to be counted"),
            entry(
                    "reads all of report_standing for DISTRICT: select u.public_id, u.name, u.code, coalesce\\(s.state.*",
                    "where the unions of a page stand, hashed: one short row a union"),
            entry(
                    "reads (all|many rows) of (employer|unit) for (CELL|CITY): (with found as materialized \\(select [eu].id|select count\\(\\*\\) from \\(select) from organisation.(employer e|unit u) where.*",
                    "a filter that few fulfil is looked for among all of a city once, on the narrowest way there is"),
            entry(
                    "sorts many rows for CELL: with found as materialized \\(select e.id from organisation.employer e where.*",
                    "employers of unions whose term is over are gathered from those unions, then put in order"),
            entry(
                    "reads all of unit for DISTRICT: select e.id as row_id, e.scope as path, e.public_id.*",
                    "employers of unions whose term is over, for a program that reads five hundred at a time"),
            entry(
                    "reads (all|many rows) of unit for CELL: select t.unions, t.employers, t.covered.*",
                    "how many terms are over depends on the day: for the whole cell all unions are read"),
            entry(
                    "reads (all of post|many rows of tenure) for .*: select distinct o.unit_id from organisation.tenure t.*",
                    "chairs whose name has a word that everybody's name has"),
            entry(
                    "reads many rows of employer for .*: select (c.id, c.public_id, c.name, c.kind|count\\(\\*\\) from \\( select from organisation.chain c).*",
                    "which chains have members without a union: a city keeps some dozens of chains, the crowd six hundred with thousands of members"),
            entry(
                    "reads all of employer for (CELL|CITY|DISTRICT): select n.chain_id, max.*",
                    "the members of fifty such chains are thousands of employers"),
            entry(
                    "(reads many rows of (employer|employer_pair)|sorts many rows) for (CELL|CITY): select p.public_id, p.likeness.*",
                    "pairs still to be judged by the whole city, the likeliest first; fewer with every one that is judged"),
            entry(
                    "reads many rows of unit for (CELL|CITY): (select (b.public_id, b.name, )?count\\(\\*\\) as needed|with up as).*",
                    "how many unions of a city need a women workers' committee is counted by one index that has its columns"),
            entry(
                    "(reads many rows of [a-z_]+|sorts many rows) for (DISTRICT|STREET|BASE): select (f.public_id as row_id|count\\(\\*\\) from \\(select 1 from casework).*",
                    "cases of a small reach, at most ten thousand, are found by their place and sorted"),
            entry(
                    "reads all of case_file for (CELL|CITY): select count\\(\\*\\) from \\(select 1 from casework.case_file f cross join lateral.*",
                    "counted up to a thousand, one by one; of a kind that a quarter of the cases are of, from the table's beginning"),
            entry(
                    "(reads many rows of matter|sorts many rows) for (DISTRICT|STREET|BASE): select m.public_id as row.*",
                    "all matters of a small reach, at most ten thousand, are found by their place and sorted; of a larger one the latest are looked through"),
            entry(
                    "reads many rows of audit_entry for CELL: select e.public_id, e.id, e.at, e.actor_name.*",
                    "the workbook of the trail holds up to 5,000 entries, found by an index"),
            entry(
                    "reads many rows of place for .*: (select unit_id from organisation.place where unit_id = any|with recursive up \\(start, unit_id\\)).*",
                    "a rehearsal of a restructuring looks at all that stands below the units it moves, and where that stood"));

    private final ApplicationContext house;
    private final MockMvcTester mvc;
    private final DataSource source;
    private Crowd crowd;
    private Plans plans;

    PlanGuardTests(ApplicationContext house, MockMvcTester mvc, DataSource source) {
        this.house = house;
        this.mvc = mvc;
        this.source = source;
    }

    @BeforeAll
    void gather(@TempDir Path directory) throws Exception {
        crowd = new Crowd(house, directory);
        plans = new Plans(crowd.connection());
    }

    @AfterAll
    void leave() throws SQLException {
        crowd.close();
    }

    @Test
    void theCrowdIsBigEnoughForPlansToMatter() {
        assertThat(plans.big())
                .contains(
                        "unit",
                        "unit_name",
                        "place",
                        "employer",
                        "cover",
                        "chain_member",
                        "person",
                        "post",
                        "tenure",
                        "account")
                .contains("sign_in", "audit_entry", "import_run", "import_row", "import_problem", "identity")
                .contains("notice", "delivery", "export");
    }

    @Test
    void everyPageGoesByAnIndex() throws SQLException {
        var faults = new TreeMap<String, Set<String>>();
        var looked = new LinkedHashSet<Recorded>();
        for (var reader : Reader.values())
            for (var address : addresses(reader))
                for (var one : asked(address, actor(reader)))
                    if (looked.add(one))
                        for (var fault : plans.faults(one))
                            faults.computeIfAbsent(
                                            fault + " for " + reader + ": " + brief(one.sql()), _ -> new TreeSet<>())
                                    .add(address);
        assertThat(looked).hasSizeGreaterThan(40);
        faults.keySet().removeIf(PlanGuardTests::isAccepted);
        assertThat(faults).isEmpty();
    }

    @Test
    void findsBadQueries() throws SQLException {
        assertThat(faults("select * from organisation.employer where staff = ?", 5))
                .contains("reads all of employer");
        assertThat(faults("select * from organisation.unit order by members desc limit ?", 5))
                .isNotEmpty();
        assertThat(faults("select * from organisation.unit where scope >= ? order by address limit 9", "/"))
                .isNotEmpty();
        assertThat(faults("select * from organisation.unit order by scope, id limit 9 offset ?", 5))
                .contains("pages with OFFSET");
        assertThat(faults("select * from organisation.employer where name like ?", "%天地%"))
                .contains("reads all of employer");
        assertThat(faults("select * from organisation.unit where scope >= ? order by scope, id limit 9", "/"))
                .isEmpty();
    }

    /** Whoever holds posts is also looked for with a word that everybody's name has. */
    private Set<String> addresses(Reader reader) {
        var addresses = new LinkedHashSet<String>();
        for (var address : Asked.addresses(kind -> id(kind, reader))) {
            addresses.add(address);
            if (address.startsWith("/organisation/people?q="))
                addresses.add(address.replaceFirst("(?<=q=)[^&]+", URLEncoder.encode("员", StandardCharsets.UTF_8)));
        }
        return addresses;
    }

    private Set<String> faults(String sql, Object parameter) throws SQLException {
        return plans.faults(new Recorded(sql, List.of(parameter)));
    }

    private static boolean isAccepted(String fault) {
        return ACCEPTED.keySet().stream().anyMatch(fault::matches);
    }

    private static String brief(String sql) {
        var line = sql.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(160, line.length()));
    }

    /** Who reads, and the number of the unit they read about. */
    private enum Reader {
        CELL(1),
        CITY(1),
        DISTRICT(5),
        STREET(60),
        BASE(5000);

        private final int unit;

        Reader(int unit) {
            this.unit = unit;
        }
    }

    private Actor actor(Reader reader) throws SQLException {
        var unit = crowd.text("select public_id from organisation.unit where id = " + reader.unit);
        var scope = crowd.text("select scope from organisation.unit where id = " + reader.unit);
        var post = reader == Reader.CELL
                ? new Actor.Post(new UUID(0, 1), "reader", "x", null, null, null, Asked.permissions())
                : new Actor.Post(
                        new UUID(0, 1),
                        "reader",
                        "x",
                        UUID.fromString(unit),
                        "x",
                        new Scope(scope),
                        Asked.permissions());
        return new Actor(7, "x", List.of(post), post);
    }

    private String id(String kind, Reader reader) {
        var sql = CrowdIds.sql(kind, reader.unit);
        try {
            return crowd.text(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Set<Recorded> asked(String address, Actor reader) {
        var into = new LinkedHashSet<Recorded>();
        var holder = new ConnectionHolder(Recorded.over(crowd.connection(), into));
        TransactionSynchronizationManager.bindResource(source, holder);
        try {
            var answer = mvc.get()
                    .uri(URI.create(address))
                    .accept(MediaType.TEXT_HTML)
                    .requestAttr(Actor.class.getName(), reader)
                    .exchange();
            assertThat(answer.getResponse().getStatus()).as(address).isLessThan(500);
        } finally {
            TransactionSynchronizationManager.unbindResource(source);
        }
        return into;
    }
}
