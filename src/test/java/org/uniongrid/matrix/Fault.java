package org.uniongrid.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A cell of the matrix that is not as it should be. */
record Fault(Line line, Player player, String label, String what) {

    private static final int SHOWN = 8;

    /** Endpoint by endpoint: which roles on records where, and what happened. */
    static String report(List<Fault> faults) {
        var byLine = faults.stream()
                .collect(Collectors.groupingBy(
                        fault -> fault.line().toString(), LinkedHashMap::new, Collectors.toList()));
        return byLine.entrySet().stream()
                .map(line -> line.getKey() + "\n" + table(line.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String table(List<Fault> faults) {
        var labels = new TreeSet<String>();
        faults.forEach(fault -> labels.add(fault.label()));
        var text = new StringBuilder("  %-36s".formatted(""));
        labels.forEach(label -> text.append("%-12s".formatted(label.isEmpty() ? "-" : label)));
        var byPlayer = faults.stream()
                .collect(
                        Collectors.groupingBy(fault -> fault.player().name(), LinkedHashMap::new, Collectors.toList()));
        byPlayer.forEach((player, theirs) -> {
            text.append("\n  %-36s".formatted(player));
            for (var label : labels) {
                var failed = theirs.stream().anyMatch(fault -> fault.label().equals(label));
                text.append("%-12s".formatted(failed ? "X" : "."));
            }
        });
        text.append('\n');
        faults.stream()
                .map(Fault::what)
                .distinct()
                .limit(SHOWN)
                .forEach(what -> text.append("    ").append(what).append('\n'));
        return text.toString();
    }
}
