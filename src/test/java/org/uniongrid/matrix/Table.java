package org.uniongrid.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.uniongrid.EndpointRules;
import org.uniongrid.Endpoints.Endpoint;
import org.uniongrid.foundation.Open;

/** The reviewed table: one line an endpoint. */
final class Table {

    private static final Path FILE = Path.of("src/test/resources/matrix.csv");

    private Table() {}

    static List<Line> read() {
        try (var lines = Files.lines(FILE)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("verb,"))
                    .map(Line::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Endpoints without a line, lines without an endpoint, lines that say another guard than the endpoint. */
    static List<String> faults(List<Line> lines, List<Endpoint> endpoints) {
        var faults = new ArrayList<String>();
        var told = lines.stream().collect(Collectors.toMap(Line::toString, Function.identity()));
        for (var endpoint : endpoints) {
            var line = told.get(endpoint.toString());
            if (line == null) faults.add("add to " + FILE + " what was decided: " + draft(endpoint));
            else if (!line.guard().split("\\+", -1)[0].equals(guard(endpoint)))
                faults.add(endpoint + " has the guard " + guard(endpoint) + " and in the table " + line.guard());
        }
        var gone = new TreeSet<>(told.keySet());
        endpoints.forEach(endpoint -> gone.remove(endpoint.toString()));
        gone.forEach(line -> faults.add("there is no " + line));
        return faults;
    }

    private static String guard(Endpoint endpoint) {
        return EndpointRules.permission(endpoint.method())
                .orElse(endpoint.method().isAnnotationPresent(Open.class) ? "open" : "signed-in");
    }

    private static String draft(Endpoint endpoint) {
        var writes = !endpoint.verb().name().equals("GET");
        return Stream.of(
                        endpoint.verb().name(),
                        endpoint.pattern(),
                        guard(endpoint),
                        writes ? "write" : "read, list, export or none",
                        "unit, mine, cell or any",
                        endpoint.pattern().contains("{") ? "id=…" : "",
                        "",
                        "",
                        "",
                        "")
                .collect(Collectors.joining(", "));
    }
}
