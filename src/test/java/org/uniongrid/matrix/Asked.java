package org.uniongrid.matrix;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/** The addresses that the table knows: all ways to ask for something that shows records. */
public final class Asked {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    private Asked() {}

    /** Filled with ids of records by their kind; of a list also the pages after and before a row. */
    public static List<String> addresses(UnaryOperator<String> id) {
        var addresses = new LinkedHashSet<String>();
        for (var line : Table.read())
            if (line.verb().equals(HttpMethod.GET) && line.shows())
                for (var form : line.forms()) {
                    var asked = address(line, form, id);
                    addresses.add(asked);
                    if (!line.rows().isEmpty())
                        for (var cursor : List.of("after=", "before="))
                            addresses.add(asked + (asked.contains("?") ? "&" : "?") + cursor + id.apply(line.rows()));
                }
        return List.copyOf(addresses);
    }

    private static String address(Line line, String form, UnaryOperator<String> id) {
        var path = line.pattern();
        for (var each : line.ids().entrySet())
            path = path.replace("{" + each.getKey() + "}", value(each.getValue(), id));
        if (form.isEmpty()) return path;
        var fields = new ArrayList<String>();
        for (var field : form.split("&", -1)) {
            var parts = field.split("=", 2);
            var value = PLACE.matcher(parts[1]).replaceAll(found -> id.apply(found.group(1)));
            fields.add(parts[0] + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return path + "?" + String.join("&", fields);
    }

    private static String value(String kind, UnaryOperator<String> id) {
        return kind.startsWith(Line.LITERAL) ? kind.substring(1) : id.apply(kind);
    }

    /** Every permission that the table knows. */
    public static Set<String> permissions() {
        var permissions = new LinkedHashSet<String>();
        Table.read().forEach(line -> permissions.addAll(line.permissions()));
        return permissions;
    }
}
