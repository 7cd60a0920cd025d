package org.uniongrid.plans;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What PostgreSQL does for a statement, with the values it was sent and without knowing them, and what is wrong with it. */
final class Plans {

    /** A table of fewer rows may be read from end to end. */
    private static final int BIG = 2_000;
    /** More rows than a page may sort. */
    private static final int SORTED = 2_000;
    /** More rows than a page may look at: somewhat more than a count goes. */
    private static final int READ = 12_000;

    private static final Pattern OFFSET = Pattern.compile("\\boffset\\b", Pattern.CASE_INSENSITIVE);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Connection connection;
    private final Set<String> big = new HashSet<>();

    Plans(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select relname from pg_class where relkind = 'r' and reltuples > " + BIG)) {
            while (rows.next()) big.add(rows.getString(1));
        }
    }

    Set<String> big() {
        return Set.copyOf(big);
    }

    Set<String> faults(Recorded recorded) throws SQLException {
        var faults = new TreeSet<String>();
        if (OFFSET.matcher(recorded.sql()).find()) faults.add("pages with OFFSET");
        prepare(recorded);
        for (var mode : List.of("force_custom_plan", "force_generic_plan")) look(plan(recorded, mode), faults);
        run("deallocate probe");
        return faults;
    }

    private void prepare(Recorded recorded) throws SQLException {
        var types = recorded.parameters().stream().map(Plans::type).collect(Collectors.joining(", "));
        var sql = new StringBuilder();
        var number = 0;
        var quoted = false;
        for (var sign : recorded.sql().toCharArray()) {
            if (sign == '\'') quoted = !quoted;
            sql.append(sign == '?' && !quoted ? "$" + ++number : String.valueOf(sign));
        }
        run("prepare probe" + (types.isEmpty() ? "" : "(" + types + ")") + " as " + sql);
    }

    private JsonNode plan(Recorded recorded, String mode) throws SQLException {
        run("set plan_cache_mode = " + mode);
        var values = recorded.parameters().stream().map(Plans::literal).collect(Collectors.joining(", "));
        var sql = "explain (analyze, timing off, format json) execute probe"
                + (values.isEmpty() ? "" : "(" + values + ")");
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return JSON.readTree(rows.getString(1)).get(0).get("Plan");
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private void look(JsonNode node, Set<String> faults) {
        var type = node.path("Node Type").asString("");
        var table = node.path("Relation Name").asString("");
        var rows = touched(node);
        if (type.equals("Seq Scan") && big.contains(table) && isWasteful(node)) faults.add("reads all of " + table);
        else if (!table.isEmpty() && rows > READ) faults.add("reads many rows of " + table);
        if (type.contains("Sort") && inputOf(node) > SORTED) faults.add("sorts many rows");
        node.path("Plans").forEach(below -> look(below, faults));
    }

    /** Reading from the start until a limit is full is none. */
    private static boolean isWasteful(JsonNode scan) {
        return touched(scan) > READ
                || scan.path("Rows Removed by Filter").asDouble(0)
                        > scan.path("Actual Rows").asDouble(0);
    }

    private static double touched(JsonNode node) {
        var loops = node.path("Actual Loops").asDouble(0);
        return loops
                * (node.path("Actual Rows").asDouble(0)
                        + node.path("Rows Removed by Filter").asDouble(0)
                        + node.path("Rows Removed by Index Recheck").asDouble(0));
    }

    private static double inputOf(JsonNode sort) {
        var rows = 0.0;
        for (var below : sort.path("Plans"))
            rows += below.path("Actual Rows").asDouble(0)
                    * below.path("Actual Loops").asDouble(0);
        return rows;
    }

    private static String type(Object value) {
        return switch (value) {
            case String _ -> "varchar";
            case Integer _ -> "int4";
            case Long _ -> "int8";
            case Boolean _ -> "bool";
            case UUID _ -> "uuid";
            case LocalDate _ -> "date";
            case OffsetDateTime _ -> "timestamptz";
            case java.sql.Timestamp _ -> "timestamptz";
            case byte[] _ -> "bytea";
            case Long[] _ -> "int8[]";
            case UUID[] _ -> "uuid[]";
            case byte[][] _ -> "bytea[]";
            case Object[] _ -> "text[]";
            case Array _ -> "text[]";
            default -> "unknown";
        };
    }

    private static String literal(Object value) {
        if (value == Recorded.NOTHING) return "null";
        return switch (value) {
            case byte[] bytes -> "'\\x" + java.util.HexFormat.of().formatHex(bytes) + "'";
            case Object[] all -> quoted(array(all));
            default -> quoted(Objects.toString(value));
        };
    }

    private static String array(Object[] all) {
        var parts = new ArrayList<String>();
        Arrays.stream(all).forEach(one -> parts.add("\"" + element(one).replace("\"", "\\\"") + "\""));
        return "{" + String.join(",", parts) + "}";
    }

    private static String element(Object one) {
        return one instanceof byte[] bytes ? "\\\\x" + java.util.HexFormat.of().formatHex(bytes) : one.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
