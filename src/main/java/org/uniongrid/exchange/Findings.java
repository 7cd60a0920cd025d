package org.uniongrid.exchange;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a check finds, row by row. The first problem of a cell stands; later ones of the same cell are dropped. */
public final class Findings {

    /** More texts than this help nobody; the rows beyond still count as faulty. */
    private static final int MOST = 50_000;

    private final Map<Place, Problem> problems = new LinkedHashMap<>();
    private final Set<Integer> faulty = new HashSet<>();
    private final Map<Integer, Verdict> verdicts = new HashMap<>();
    private volatile int judged;

    /** What taking in a good row will do. */
    public enum Verdict {
        NEW,
        CHANGED,
        SAME
    }

    /**
     * What is wrong with a cell.
     *
     * @param column key of the column, or empty for the row as a whole
     * @param content what the file has there; of a secret column, masked
     * @param key message key of the problem; how to mend it stands under {@code <key>.fix}
     */
    public record Problem(int row, String column, String content, String key, List<String> args) {

        public Problem {
            args = List.copyOf(args);
        }
    }

    private record Place(int row, String column) {}

    /** Reports a problem under a message key such as {@code import.problem.no-such-unit}. */
    public void problem(ImportRow row, String column, String messageKey, Object... args) {
        var texts = Arrays.stream(args).map(String::valueOf).toList();
        add(new Problem(row.number(), column, row.shown(column), messageKey, texts));
    }

    public void verdict(ImportRow row, Verdict verdict) {
        verdicts.put(row.number(), verdict);
        judged = verdicts.size();
    }

    public boolean isGood(ImportRow row) {
        return !faulty.contains(row.number());
    }

    /** {@link Verdict#NEW} where nothing was said. */
    public Verdict verdict(ImportRow row) {
        return verdicts.getOrDefault(row.number(), Verdict.NEW);
    }

    /** How many rows have a verdict by now; may be asked from another thread. */
    public int judged() {
        return judged;
    }

    public List<Problem> problems() {
        return List.copyOf(problems.values());
    }

    /** Takes over a problem that was found earlier. */
    public void add(Problem problem) {
        faulty.add(problem.row());
        if (problems.size() < MOST) problems.putIfAbsent(new Place(problem.row(), problem.column()), problem);
    }
}
