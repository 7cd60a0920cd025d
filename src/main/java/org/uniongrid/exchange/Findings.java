package org.uniongrid.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a check finds, row by row. The first problem of a cell stands; later ones of the same cell are dropped. */
public final class Findings {

    /** More texts than this help nobody; the rows beyond still count as faulty. */
    private static final int MOST = 50_000;

    private static final int BATCH = 1_000;

    private final Map<Place, Problem> problems = new LinkedHashMap<>();
    private final BitSet faulty = new BitSet();
    private final Map<Integer, Verdict> verdicts = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Consumer<List<Change>> kept;

    /** Keeps what is found in memory. */
    public Findings() {
        this(_ -> {});
    }

    /** Gives changes away as soon as there are many, so that they need no memory. */
    public Findings(Consumer<List<Change>> kept) {
        this.kept = kept;
    }

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

        static Problem of(ImportRow row, String column, String messageKey, Object... args) {
            var texts = Arrays.stream(args).map(String::valueOf).toList();
            return new Problem(row.number(), column, row.shown(column), messageKey, texts);
        }
    }

    /**
     * What a row will change of something that is known.
     *
     * @param column key of the column
     * @param before what is known, as the list would say it; empty where nothing is
     * @param after empty where it is cleared
     */
    public record Change(int row, String column, String before, String after) {}

    private record Place(int row, String column) {}

    /** Reports a problem under a message key such as {@code import.problem.no-such-unit}. */
    public void problem(ImportRow row, String column, String messageKey, Object... args) {
        add(Problem.of(row, column, messageKey, args));
    }

    public void verdict(ImportRow row, Verdict verdict) {
        verdicts.put(row.number(), verdict);
    }

    /** Says what a good row changes, for the person to look at before it is taken in. */
    public void change(ImportRow row, String column, String before, String after) {
        if (before.equals(after)) return;
        if (changes.size() >= BATCH) giveAway();
        changes.add(new Change(row.number(), column, before, after));
    }

    /** The changes that were not given away. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    private void giveAway() {
        kept.accept(List.copyOf(changes));
        changes.clear();
    }

    public boolean isGood(ImportRow row) {
        return isGood(row.number());
    }

    public boolean isGood(int row) {
        return !faulty.get(row);
    }

    /** {@link Verdict#NEW} where nothing was said. */
    public Verdict verdict(ImportRow row) {
        return verdict(row.number());
    }

    public Verdict verdict(int row) {
        return verdicts.getOrDefault(row, Verdict.NEW);
    }

    public boolean hasProblems() {
        return !faulty.isEmpty();
    }

    public List<Problem> problems() {
        return List.copyOf(problems.values());
    }

    /** Takes over that a row was found faulty earlier. */
    public void addFaulty(int row) {
        faulty.set(row);
    }

    /** Takes over a problem that was found earlier. */
    public void add(Problem problem) {
        faulty.set(problem.row());
        if (problems.size() < MOST) problems.putIfAbsent(new Place(problem.row(), problem.column()), problem);
    }
}
