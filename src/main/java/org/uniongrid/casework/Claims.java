package org.uniongrid.casework;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Who is owed what for which month, as an operator types it while the caller talks: a line each, such as {@code 王小梅 2026-08
 * 6000}; a name that comes again has more months.
 *
 * @param months in fen, by claimant and month
 */
public record Claims(Map<String, Map<YearMonth, Long>> months) {

    /** As many lines are read at once. */
    public static final int MOST = 500;

    private static final Pattern LINE =
            Pattern.compile("(.{2,40}?)[\\s,，]+([0-9]{4})[-./\\u5e74]([0-9]{1,2})\\u6708?[\\s,，]+(\\S+)");

    /** What is wrong with a line, from 1 on. */
    public record Fault(int line, String key) {}

    /** What was read; the first fault, where there is one. */
    public record Read(Claims claims, Optional<Fault> fault) {}

    public static Read read(String typed) {
        var months = new LinkedHashMap<String, Map<YearMonth, Long>>();
        var lines = typed.lines().toList();
        if (lines.size() > MOST) return wrong(MOST + 1, "case.claims.many");
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty()) continue;
            var fault = add(line, months);
            if (fault.isPresent()) return wrong(i + 1, fault.get());
        }
        return new Read(new Claims(months), Optional.empty());
    }

    private static Optional<String> add(String line, Map<String, Map<YearMonth, Long>> months) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) return Optional.of("case.claims.line");
        var month = month(parts.group(2), parts.group(3));
        if (month.isEmpty()) return Optional.of("case.claims.month");
        var amount = Yuan.read(parts.group(4));
        if (amount.isEmpty()) return Optional.of("case.claims.amount");
        var own = months.computeIfAbsent(parts.group(1).strip(), _ -> new TreeMap<>());
        return own.putIfAbsent(month.get(), amount.get()) == null ? Optional.empty() : Optional.of("case.claims.twice");
    }

    private static Optional<YearMonth> month(String year, String month) {
        var number = Integer.parseInt(month);
        return number >= 1 && number <= 12 && Integer.parseInt(year) >= 1990
                ? Optional.of(YearMonth.of(Integer.parseInt(year), number))
                : Optional.empty();
    }

    private static Read wrong(int line, String key) {
        return new Read(new Claims(Map.of()), Optional.of(new Fault(line, key)));
    }

    /** One by one, in the order typed. */
    public List<String> names() {
        return new ArrayList<>(months.keySet());
    }

    /** What one is owed; nothing for whoever is not named. */
    public Map<YearMonth, Long> of(String name) {
        return months.getOrDefault(name, Map.of());
    }

    /** In fen. */
    public long sum(String name) {
        return of(name).values().stream().mapToLong(Long::longValue).sum();
    }

    public Claims without(Set<String> names) {
        var rest = new LinkedHashMap<>(months);
        rest.keySet().removeAll(names);
        return new Claims(rest);
    }

    public boolean isEmpty() {
        return months.isEmpty();
    }
}
