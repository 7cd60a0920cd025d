package org.uniongrid.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.uniongrid.bench.CityData.Reader;

/** What is asked for, and how long the answer may take. */
record Asked(String what, String path, int goal) {

    private static final int LIST = 50;
    private static final int TREE = 20;
    private static final int PAGE = 50;
    private static final int PROGRAM = 100;
    private static final int HEAVIEST = 300_000;

    /** Pages weigh no more than 300 KB, uncompressed; what programs read has a length of its own. */
    boolean isLight(int bytes) {
        return goal == PROGRAM || bytes <= HEAVIEST;
    }

    /** All that a reader looks at. */
    static List<Asked> by(Reader reader, Connection owner) throws SQLException {
        var unit = CityData.text(
                owner, "select u.public_id from organisation.unit u where " + reader.unit + " order by u.id limit 1");
        var scope = CityData.text(owner, "select scope from organisation.unit where public_id = '" + unit + "'");
        var seen = "scope >= '%s' and scope < '%s0'".formatted(scope, scope.substring(0, scope.length() - 1));
        var all = new ArrayList<Asked>();
        employers(all, owner, seen);
        units(all, owner, seen);
        all.add(new Asked("tree branch", "/organisation/tree?under=" + unit, TREE));
        all.add(new Asked("unit page, own", "/organisation/units/" + unit, PAGE));
        all.add(new Asked(
                "unit page, a base union below",
                "/organisation/units/" + one(owner, "unit", seen + " and category = 'ENTERPRISE'"),
                PAGE));
        all.add(new Asked("employer page", "/organisation/employers/" + one(owner, "employer", seen), PAGE));
        all.add(new Asked("chains", "/organisation/chains", LIST));
        return all;
    }

    /** Pages of five hundred. */
    static List<Asked> byPrograms() {
        return Stream.of("units", "employers", "employers?standing=NONE", "units?category=JOINT")
                .map(list -> new Asked(
                        "API, " + list, "/api/v1/" + list + (list.contains("?") ? "&" : "?") + "limit=500", PROGRAM))
                .toList();
    }

    private static void employers(List<Asked> all, Connection owner, String seen) throws SQLException {
        var list = "/organisation/employers";
        all.add(new Asked("employers, first page", list, LIST));
        all.add(new Asked("employers, middle page", list + "?after=" + middle(owner, "employer", seen), LIST));
        for (var filter :
                List.of("standing=NONE", "standing=OVERDUE", "size=FROM_1000", "ownership=PRIVATE", "size=UNDER_25"))
            all.add(new Asked("employers, " + filter, list + "?" + filter, LIST));
        for (var words : List.of("机械", "云岭", "jx"))
            all.add(new Asked("employers, search " + words, list + "?q=" + encoded(words), LIST));
        all.add(new Asked(
                "employers, search by code",
                list + "?q="
                        + CityData.text(owner, "select uscc from organisation.employer where " + seen + " limit 1"),
                LIST));
    }

    private static void units(List<Asked> all, Connection owner, String seen) throws SQLException {
        var list = "/organisation/units";
        all.add(new Asked("units, first page", list, LIST));
        all.add(new Asked("units, middle page", list + "?after=" + middle(owner, "unit", seen), LIST));
        for (var filter : List.of("category=JOINT", "category=FEDERATION", "term=OVERDUE"))
            all.add(new Asked("units, " + filter, list + "?" + filter, LIST));
        for (var words : List.of("联合", "云岭", "jx", "王伟"))
            all.add(new Asked("units, search " + words, list + "?q=" + encoded(words), LIST));
        all.add(new Asked(
                "units, search by code",
                list + "?q=" + CityData.text(owner, "select code from organisation.unit where " + seen + " limit 1"),
                LIST));
    }

    private static String one(Connection owner, String table, String seen) throws SQLException {
        return CityData.text(
                owner, "select public_id from organisation." + table + " where " + seen + " order by id limit 1");
    }

    private static String middle(Connection owner, String table, String seen) throws SQLException {
        return CityData.text(owner, """
                select public_id from (select public_id, ntile(2) over (order by scope, id) as half, scope, id
                    from organisation.%s where %s) n where half = 1 order by scope desc, id desc limit 1
                """.formatted(table, seen));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
