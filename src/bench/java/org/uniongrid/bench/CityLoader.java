package org.uniongrid.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.CreditCode;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.SearchText;

/**
 * Writes the big city into an empty database as its owner, by COPY. What triggers would derive is written with it, since
 * deriving it row by row takes long; {@link #check} says whether it is what they would have written.
 */
final class CityLoader {

    /** Whatever began did so before. */
    private static final LocalDate BEGAN = LocalDate.of(2024, 3, 1);

    /** People and posts before these came with the first start. */
    private static final long FIRST = 1_000;

    private static final String SINCE = "[" + BEGAN + ",)";
    private static final List<String> DERIVING = List.of(
            "unit", "unit_state", "place", "employer", "employer_insured", "cover", "tenure", "chain", "chain_member");
    private static final String[] KINDS = {"CULTURE_TOURISM", "REGIONAL", "TRADE", "INDUSTRY", "NEW_BUSINESS", "SOCIAL"
    };

    private final BigCity city;
    private final Connection connection;
    private final Random random = new Random(66_380);
    private final List<Rows> tables = new ArrayList<>();

    CityLoader(BigCity city, Connection connection) {
        this.city = city;
        this.connection = connection;
    }

    void load() throws SQLException {
        connection.setAutoCommit(false);
        triggers("disable");
        divisions();
        unions();
        employers();
        people();
        chains();
        industries();
        for (var table : tables) table.copyTo(connection);
        triggers("enable");
        numbersGoOn();
        run("select organisation.rebuild_totals()");
        connection.commit();
        connection.setAutoCommit(true);
        run("vacuum analyze");
    }

    /** How many rows the house itself would write otherwise than we did: none, if we know its rules. */
    long check() throws SQLException {
        connection.setAutoCommit(false);
        run("select organisation.catch_up()");
        var changed = 0L;
        for (var table : List.of("unit", "place", "employer"))
            changed += number("select count(*) from organisation." + table + " where xmin = pg_current_xact_id()::xid");
        changed += number("""
                select count(*) from organisation.employer e
                where (insured, insured_year) is distinct from (select row(i.insured, i.year)
                    from organisation.employer_insured i where i.employer_id = e.id order by i.year desc limit 1)
                """.replace("(insured, insured_year)", "row(e.insured, e.insured_year)"));
        connection.rollback();
        connection.setAutoCommit(true);
        return changed;
    }

    private Rows into(String table) {
        var rows = new Rows(table);
        tables.add(rows);
        return rows;
    }

    private UUID publicId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private void divisions() {
        var rows = into("organisation.division (code, name, parent)");
        city.divisions.forEach((code, name) -> rows.add(code, name, above(code)));
    }

    private static @Nullable String above(String code) {
        return switch (code.length()) {
            case 2 -> null;
            case 4 -> code.substring(0, 2);
            case 6 -> code.substring(0, 4);
            default -> code.substring(0, 6);
        };
    }

    private void unions() {
        var units = into("""
                organisation.unit (id, public_id, code, category, tier, division, founded_on, term_from, term_to, staff, women,
                    members, women_members, name, search, scope, state)""");
        var names = into("organisation.unit_name (unit_id, name, during)");
        var places = into("organisation.place (unit_id, line_id, parent_id, during, path)");
        var states = into("organisation.unit_state (unit_id, state, during, reason)");
        for (var unit : city.unions) {
            var staff = isBase(unit) ? 5 + random.nextInt(600) : null;
            var members = staff == null ? null : staff - random.nextInt(5);
            var state = state(unit);
            var code = code(unit.id());
            units.add(
                    unit.id(),
                    publicId(),
                    code,
                    unit.category(),
                    unit.tier(),
                    unit.division(),
                    BEGAN,
                    BEGAN,
                    BEGAN.plusDays(900 + random.nextInt(1400)),
                    staff,
                    staff == null ? null : staff / 3,
                    members,
                    members == null ? null : members / 3,
                    unit.name(),
                    SearchText.of(unit.name(), code),
                    unit.scope(),
                    state);
            names.add(unit.id(), unit.name(), SINCE);
            places.add(
                    unit.id(), 1, unit.parent() == null ? null : unit.parent().id(), SINCE, unit.scope());
            if (!state.equals("ACTIVE")) states.add(unit.id(), state, "[2026-02-01,)", "停产");
        }
    }

    private static boolean isBase(Federation unit) {
        return unit.category() == Category.ENTERPRISE || unit.category() == Category.JOINT;
    }

    static String code(long id) {
        var first = "81" + BigCity.CITY + "00" + "MC" + "%07d".formatted(id);
        return first + CreditCode.checkDigit(first);
    }

    /** Some do not work any longer. */
    private static String state(Federation unit) {
        if (unit.category() != Category.ENTERPRISE) return "ACTIVE";
        return unit.id() % 90 == 0 ? "DISSOLVED" : unit.id() % 60 == 0 ? "SUSPENDED" : "ACTIVE";
    }

    private void employers() {
        var employers = into("""
                organisation.employer (id, public_id, uscc, name, search, ownership, industry, staff, women, division, address,
                    state, union_id, scope, founded_on, insured, insured_year)""");
        var covers = into("organisation.cover (employer_id, unit_id, mode, during)");
        var insured = into("organisation.employer_insured (employer_id, year, insured)");
        for (var firm : city.firms) {
            var union = firm.union();
            employers.add(
                    firm.id(),
                    publicId(),
                    firm.code(),
                    firm.name(),
                    SearchText.of(firm.name(), firm.code()),
                    firm.ownership(),
                    firm.industry(),
                    firm.staff(),
                    firm.staff() / 3,
                    firm.division(),
                    "工业大道 " + firm.id() + " 号",
                    "OPERATING",
                    firm.covered() ? union.id() : null,
                    union.scope(),
                    BEGAN.minusDays(firm.id() % 5_000),
                    firm.staff(),
                    2025);
            if (firm.covered())
                covers.add(firm.id(), union.id(), union.category() == Category.JOINT ? "JOINT" : "ALONE", SINCE);
            for (int year = 2024; year <= 2025; year++)
                insured.add(firm.id(), year, year == 2025 ? firm.staff() : firm.staff() / 2);
        }
    }

    /** Every union has a chair's post, and most of them a chair. */
    private void people() throws SQLException {
        var chair = number("select id from organisation.role where key = 'union-chair'");
        var names = new Names(random);
        var persons = into("people.person (id, public_id, name)");
        var posts = into("organisation.post (id, public_id, unit_id, role_id, cell_wide, title)");
        var tenures = into("organisation.tenure (public_id, post_id, person_id, during, scope, role_id)");
        for (var unit : city.unions) {
            var id = FIRST + unit.id();
            posts.add(id, publicId(), unit.id(), chair, false, "主席");
            if (unit.id() % 7 == 0) continue;
            persons.add(id, publicId(), names.person());
            tenures.add(publicId(), id, id, SINCE, unit.scope(), chair);
        }
    }

    /** Six in each district, with employers from all over the city. */
    private void chains() {
        var chains = into("organisation.chain (id, public_id, unit_id, name, kind)");
        var members = into("organisation.chain_member (public_id, chain_id, employer_id, position, during)");
        var keepers = city.unions.stream()
                .filter(unit -> unit.category() == Category.CHAIN)
                .toList();
        var id = 0L;
        for (var keeper : keepers)
            for (int kind = 0; kind < 3; kind++) {
                id++;
                var name = Names.place((int) id) + "第" + id + "产业链";
                chains.add(id, publicId(), keeper.id(), name, KINDS[(int) id % KINDS.length]);
                var picked = new LinkedHashSet<Integer>();
                while (picked.size() < 60) picked.add(1 + random.nextInt(city.firms.size()));
                var nr = 0;
                for (var employer : picked) {
                    var place = nr == 0 ? "OWNER" : nr % 5 < 2 ? "UPSTREAM" : nr % 5 < 4 ? "DOWNSTREAM" : "SERVICE";
                    members.add(publicId(), id, employer, place, SINCE);
                    nr++;
                }
            }
    }

    /** Each industry federation heads a line of its own, in which enterprise unions stand besides their affiliation. */
    private void industries() {
        var lines = into("organisation.line (id, public_id, kind, name)");
        var places = into("organisation.place (unit_id, line_id, parent_id, during, path)");
        var line = 1L;
        for (var head : city.unions) {
            if (head.category() != Category.INDUSTRIAL) continue;
            line++;
            lines.add(line, publicId(), "INDUSTRY", head.name().replace("工会联合会", ""));
            var root = "/" + Federation.segment(head.id());
            places.add(head.id(), line, null, SINCE, root);
            for (var unit : city.unions)
                if (unit.category() == Category.ENTERPRISE && unit.id() % 40 == line)
                    places.add(unit.id(), line, head.id(), SINCE, root + Federation.segment(unit.id()));
        }
    }

    private void triggers(String verb) throws SQLException {
        for (var table : DERIVING) run("alter table organisation." + table + " " + verb + " trigger user");
    }

    private void numbersGoOn() throws SQLException {
        for (var table : List.of(
                "organisation.unit",
                "organisation.employer",
                "organisation.line",
                "organisation.chain",
                "organisation.post",
                "people.person"))
            run("select setval(pg_get_serial_sequence('" + table + "', 'id'), (select max(id) from " + table + "))");
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
