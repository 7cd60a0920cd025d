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
                    "reads many rows of audit_entry for CELL: select e.public_id, e.id, e.at, e.actor_name.*",
                    "the workbook of the trail holds up to 5,000 entries, found by an index"));

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

    /** A record of this kind that the reader may see. */
    private String id(String kind, Reader reader) {
        var sql = switch (kind) {
            case "unit", "enterprise" -> "select public_id from organisation.unit where id = " + reader.unit;
            case "employer" -> """
                    select e.public_id from organisation.employer e join organisation.unit u on starts_with(e.scope, u.scope)
                    where u.id = %s order by e.scope, e.id limit 1
                    """.formatted(reader.unit);
            case "chain" -> """
                    select c.public_id from organisation.chain c join organisation.unit k on k.id = c.unit_id
                    join organisation.unit u on u.id = %s order by starts_with(k.scope, u.scope) desc, c.id limit 1
                    """.formatted(reader.unit);
            case "chain-member" -> """
                    select m.public_id from organisation.chain_member m join organisation.employer e on e.id = m.employer_id
                    join organisation.unit u on u.id = %s order by starts_with(e.scope, u.scope) desc, m.id limit 1
                    """.formatted(reader.unit);
            case "twin" -> """
                    select e.public_id from organisation.employer e join organisation.unit u on starts_with(e.scope, u.scope)
                    where u.id = %s order by e.scope desc, e.id desc limit 1
                    """.formatted(reader.unit);
            case "cover" -> """
                    select c.public_id from organisation.cover c join organisation.unit v on v.id = c.unit_id
                    join organisation.unit u on starts_with(v.scope, u.scope) where u.id = %s order by v.scope limit 1
                    """.formatted(reader.unit);
            case "pair" ->
                "select public_id from organisation.employer_pair where apart_on is null order by id limit 1 offset 40";
            case "pair-apart" ->
                "select public_id from organisation.employer_pair where apart_on is not null order by id limit 1";
            case "person" -> """
                    select n.public_id from people.person n join organisation.tenure t on t.person_id = n.id
                    join organisation.post p on p.id = t.post_id where p.unit_id = %s limit 1
                    """.formatted(reader.unit);
            case "post" -> "select public_id from organisation.post where unit_id = " + reader.unit;
            case "tenure" -> """
                    select t.public_id from organisation.tenure t join organisation.post p on p.id = t.post_id
                    where p.unit_id = %s limit 1
                    """.formatted(reader.unit);
            case "tomorrow" -> "select current_date + 1";
            case "change" -> "select public_id from structure.change where ground_id = " + reader.unit + " limit 1";
            case "gone" -> "select public_id from organisation.unit where rest_id = " + reader.unit + " limit 1";
            case "committee" ->
                "select public_id from organisation.committee where kind = 'WOMEN' and unit_id = " + reader.unit;
            case "member" -> """
                    select m.public_id from organisation.committee_member m join organisation.committee c on c.id = m.committee_id
                    where c.unit_id = %s limit 1
                    """.formatted(reader.unit);
            case "line" -> """
                    select l.public_id from organisation.line l join organisation.place p on p.line_id = l.id and p.parent_id is null
                    join organisation.unit u on u.id = p.unit_id, organisation.unit top
                    where l.kind = 'INDUSTRY' and top.id = %s and starts_with(u.scope, top.scope) limit 1
                    """.formatted(reader.unit);
            case "role" -> "select public_id from organisation.role where key = 'union-chair'";
            case "batch" -> "select public_id from organisation.report_batch where unit_id = " + reader.unit;
            case "version", "pack" -> "select public_id from organisation.rule_pack where id = 500";
            case "notice" -> "select public_id from notice.notice where person_id = 7 order by id limit 1 offset 9";
            case "matter" ->
                "select m.public_id from matter.matter m where asked_id = %1$s or unit_id = %1$s order by id limit 1"
                        .formatted(reader.unit);
            case "delivery" -> "select public_id from notice.delivery where id = 5000";
            case "token" -> "select public_id from access.token where id = 5000";
            case "today" -> "select current_date";
            case "account" -> "select public_id from access.account where person_id = 5000";
            case "look" -> "select public_id from access.audit_entry where person_id = 7 order by id limit 1";
            case "entry" -> "select public_id from access.audit_entry where id = 5000";
            case "run" -> "select public_id from exchange.import_run where person_id = 7 order by id limit 1 offset 9";
            case "export" -> "select public_id from exchange.export where person_id = 7 order by id limit 1 offset 9";
            case "saved" -> "select public_id from organisation.saved_filter where person_id = 7 order by id limit 1";
            case "waiting" -> """
                    select e.public_id from exchange.export e join organisation.unit u on starts_with(e.scope, u.scope)
                    where u.id = %s order by e.state desc, e.id limit 1
                    """.formatted(reader.unit);
            default -> throw new IllegalArgumentException("say which " + kind + " of crowd.sql is to be asked for");
        };
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
