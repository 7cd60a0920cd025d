package org.uniongrid.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An address of ours whose query can be changed safely: {@code Query.of(frame.path()).with("after", id)}. Whatever is
 * put in is encoded; what stands there already is kept.
 */
public record Query(String path, Map<String, List<String>> values) {

    public Query {
        values = new LinkedHashMap<>(values);
    }

    public static Query of(String address) {
        var mark = address.indexOf('?');
        if (mark < 0) return new Query(address, Map.of());
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : address.substring(mark + 1).split("&", -1)) {
            if (pair.isEmpty()) continue;
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            values.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return new Query(address.substring(0, mark), values);
    }

    public Query with(String name, Object value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, List.of(value.toString()));
        return new Query(path, changed);
    }

    /** The same values for another page. */
    public Query at(String anotherPath) {
        return new Query(anotherPath, values);
    }

    public Query without(String... names) {
        var changed = new LinkedHashMap<>(values);
        for (var name : names) changed.remove(name);
        return new Query(path, changed);
    }

    /** The first value of this name, or an empty text. */
    public String get(String name) {
        var found = values.getOrDefault(name, List.of());
        return found.isEmpty() ? "" : found.getFirst();
    }

    @Override
    public String toString() {
        var query = values.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** A broken escape is taken as it stands: an address somebody mistyped must not break the page. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}
