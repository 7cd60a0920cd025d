package org.uniongrid.matrix;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * What was decided about one endpoint.
 *
 * @param guard the permission it names, or {@code signed-in} or {@code open}; more permissions that the form asks for
 *     stand behind a {@code +}
 * @param ids kinds of the records that the variables of the path name, such as {@code id=unit}; {@code field=.phone} is no kind but
 *     the word itself
 * @param forms what is sent: of a list every way to ask, of anything else the one way that works; {@code {unit}} in it
 *     is the id of a unit
 * @param rows kind of the records that a list shows
 * @param figures where in the model a count stands and what it counts, such as {@code count=units}
 * @param notes what it need not do, see {@code docs/matrix.md}
 */
record Line(
        HttpMethod verb,
        String pattern,
        String guard,
        Action action,
        Scoped scoped,
        Map<String, String> ids,
        List<String> forms,
        String rows,
        Map<String, String> figures,
        List<String> notes) {

    static final String HEADER = "verb, path, guard, action, scoped, ids, forms, rows, figures, notes";

    /** Before what stands in a path as it is. */
    static final String LITERAL = ".";

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    /** What happens to a record. */
    enum Action {
        /** One record is shown. */
        READ,
        /** Several are shown. */
        LIST,
        WRITE,
        /** A file is handed out. */
        EXPORT,
        /** Nobody's record is shown or changed. */
        NONE
    }

    static Line parse(String text) {
        var cells = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (cells.size() != 10) throw new IllegalArgumentException("not ten cells: " + text);
        return new Line(
                HttpMethod.valueOf(cells.get(0)),
                cells.get(1),
                cells.get(2),
                Action.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
                Scoped.valueOf(cells.get(4).toUpperCase(Locale.ROOT)),
                pairs(cells.get(5)),
                Arrays.stream(cells.get(6).split("\\|", -1)).map(String::strip).toList(),
                cells.get(7),
                pairs(cells.get(8)),
                words(cells.get(9)));
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Map<String, String> pairs(String cell) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : words(cell)) pairs.put(pair.split("=", -1)[0], pair.split("=", -1)[1]);
        return pairs;
    }

    /** The permissions that are needed; none for whoever is signed in or not. */
    List<String> permissions() {
        return guard.contains(".") ? List.of(guard.split("\\+", -1)) : List.of();
    }

    boolean isOpenTo(Player player) {
        if (guard.equals("open")) return true;
        if (guard.equals("signed-in") && player.isWorker()) return says("workers");
        return player.actor() != null && player.permissions().containsAll(permissions());
    }

    /** The kinds of records that it names when this is sent. */
    List<String> kinds(String form) {
        var kinds = new TreeSet<>(ids.values());
        kinds.removeIf(kind -> kind.startsWith(LITERAL));
        PLACE.matcher(form).results().map(found -> found.group(1)).forEach(kinds::add);
        return List.copyOf(kinds);
    }

    String path(Map<String, Thing> things) {
        var path = pattern;
        for (var id : ids.entrySet()) path = path.replace("{" + id.getKey() + "}", value(things, id.getValue()));
        return path;
    }

    private static String value(Map<String, Thing> things, String kind) {
        return kind.startsWith(LITERAL)
                ? kind.substring(1)
                : thing(things, kind).id();
    }

    static String filled(String form, Map<String, Thing> things) {
        return PLACE.matcher(form)
                .replaceAll(found -> thing(things, found.group(1)).id());
    }

    private static Thing thing(Map<String, Thing> things, String kind) {
        var thing = things.get(kind);
        if (thing == null) throw new IllegalArgumentException("no " + kind);
        return thing;
    }

    boolean shows() {
        return action == Action.READ || action == Action.LIST || action == Action.EXPORT;
    }

    boolean says(String note) {
        return notes.contains(note);
    }

    @Override
    public String toString() {
        return verb + " " + pattern;
    }
}
