package org.uniongrid.membership.intake;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A closed list as a roll writes it.
 *
 * @param offered the terms of the drop-down
 * @param known what is understood, the terms and other words for them
 */
record Terms<T>(List<String> offered, Map<String, T> known) {

    /** By their terms; what stands in brackets behind one may be left out. */
    static <T> Terms<T> of(Collection<T> all, Function<T, String> term) {
        var known = new LinkedHashMap<String, T>();
        for (var one : all) {
            known.put(term.apply(one), one);
            known.putIfAbsent(term.apply(one).replaceFirst("（.*）$", ""), one);
        }
        return new Terms<>(all.stream().map(term).toList(), known);
    }

    /** Another word for one of them. */
    Terms<T> also(String word, T one) {
        var more = new LinkedHashMap<>(known);
        more.put(word, one);
        return new Terms<>(offered, more);
    }

    Optional<T> find(String text) {
        return Optional.ofNullable(known.get(text));
    }

    String inWords() {
        return String.join("、", offered);
    }
}
