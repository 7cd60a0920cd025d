package org.uniongrid.matter.workbench;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.matter.MatterState;
import org.uniongrid.matter.Matters;

/**
 * What a list is narrowed down to; what is null or false narrows nothing.
 *
 * @param year with {@code nr} the number of a matter
 * @param post public id of the one that has a step of it
 * @param late whether only what is past its deadline
 * @param typed a number or words of a title
 */
public record Narrow(
        @Nullable String kind,
        @Nullable MatterState state,
        @Nullable Integer year,
        @Nullable Integer nr,
        @Nullable UUID post,
        boolean late,
        String typed) {

    static final Narrow NOTHING = new Narrow(null, null, null, null, null, false, "");

    /** Its few or many steps are found first, whatever the list. */
    private static final String HELD_BY = """
             and m.id = any (array(
                select t.matter_id from organisation.post o join organisation.unit u on u.id = o.unit_id and organisation.sees(:reach, u.scope)
                join matter.task t on t.holder_id = o.id
                where o.public_id = :heldBy and t.holder_kind = 'POST' and t.state <> 'DONE'))
            """;

    /** Rare words are found by their index, before anything else is asked. */
    private static final String RARE =
            " and m.id = any (array(select f.id from matter.matter f where f.search @@ :query::tsquery))";

    /** What is common is soon met along the list; its index is kept out of that, by a function that it does not know. */
    static final String COMMON = " and coalesce(m.search @@ :query::tsquery, false)";

    /** Pairs of a word may stand apart. */
    static final String TOGETHER =
            " and not exists (select from unnest(:words::text[]) w where strpos(lower(normalize(m.title, NFKC)), w) = 0)";

    /** As the page writes it in either language, and as people do: year and number with some sign between them. */
    private static final Pattern NUMBER = Pattern.compile(
            "[\\u4e8b\\s〔\\[(（]*(?<year>2\\d{3})[\\u5e74\\u7b2c\\s〕\\])）\\-–—/]+(?<nr>\\d{1,8})\\s*\\u53f7?"
                    + "|No\\.?\\s*(?<no>\\d{1,8}) of (?<of>2\\d{3})");

    /** @param typed a number as people write it (2026-15, 事〔2026〕15 号), or words */
    static Narrow of(
            Optional<String> kind,
            Optional<String> state,
            Optional<String> typed,
            Optional<UUID> post,
            Optional<String> late) {
        var text = typed.orElse("").strip();
        var read = NUMBER.matcher(text);
        var isNumber = read.matches();
        var isTurned = isNumber && read.group("year") == null;
        return new Narrow(
                kind.filter(one -> !one.isEmpty()).orElse(null),
                state.filter(one -> !one.isEmpty()).flatMap(Narrow::state).orElse(null),
                isNumber ? Integer.valueOf(read.group(isTurned ? "of" : "year")) : null,
                isNumber ? Integer.valueOf(read.group(isTurned ? "no" : "nr")) : null,
                post.orElse(null),
                late.filter("true"::equals).isPresent(),
                text);
    }

    private static Optional<MatterState> state(String name) {
        for (var state : MatterState.values()) if (state.name().equals(name)) return Optional.of(state);
        return Optional.empty();
    }

    /** Whether it is looked for in titles. */
    boolean hasWords() {
        return nr == null && !query().isEmpty();
    }

    /** Pairs of characters, ready for {@code ::tsquery}. */
    String query() {
        return Bigrams.query(typed);
    }

    /** Those that are longer than one pair, as they stand in a title. */
    String[] words() {
        return Bigrams.words(typed).stream()
                .filter(word -> !Bigrams.isPair(word))
                .map(word -> Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    /** Whether something was typed that is neither a number nor words. */
    public boolean isUnreadable() {
        return !typed.isEmpty() && nr == null && !hasWords();
    }

    public boolean isNothing() {
        return kind == null && state == null && typed.isEmpty() && post == null && !late;
    }

    /** As the form of an export sends it: an export has a kind of its own. */
    Map<String, String> asked(Box box) {
        var asked = new TreeMap<>(Map.of("box", box.path()));
        if (kind != null) asked.put("of", kind);
        if (state != null) asked.put("state", state.name());
        if (!typed.isEmpty()) asked.put("q", typed);
        if (post != null) asked.put("post", post.toString());
        if (late) asked.put("late", "true");
        return asked;
    }

    /**
     * Conditions on a matter {@code m}, each with its parameter.
     *
     * @param rare whether few titles have the words
     */
    String sql(boolean rare) {
        return (kind == null ? "" : " and m.kind = :kind")
                + (state == null ? "" : " and " + Matters.STATE + " = :state")
                + (nr == null ? "" : " and m.year = :year and m.nr = :nr")
                + (post == null ? "" : HELD_BY)
                + (hasWords() ? (rare ? RARE : COMMON) + TOGETHER : "")
                + (isUnreadable() ? " and false" : "");
    }
}
