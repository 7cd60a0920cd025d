package org.uniongrid.organisation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Bigrams;

/**
 * What a union or an employer is found by: kept beside it by whoever writes its name or code. Pairs of characters of name
 * and code, and the initials of the name.
 */
public final class SearchText {

    private SearchText() {}

    /** Ready for {@code ::tsvector}. */
    public static String of(String name, @Nullable String code) {
        return Bigrams.vector(name, code == null ? "" : code) + " " + Initials.vector(name);
    }

    /** A word that was typed, and the initials it may be, ready for {@code ::tsquery}, or an empty text. */
    public record Word(String text, String initials) {}

    /** What was typed, word by word. */
    public static List<Word> words(String typed) {
        return Bigrams.words(typed).stream()
                .map(word -> new Word(word, Initials.query(word)))
                .toList();
    }

    /** Words that may be found where they do not stand as typed, since more than one pair of characters finds them. */
    public static List<Word> wordsToLookFor(String typed) {
        return words(typed).stream()
                .filter(word -> !Bigrams.isPair(word.text()))
                .toList();
    }

    /**
     * A query that finds whatever may have all words in its name or code, or as initials; ready for {@code ::tsquery}. Of
     * {@link #wordsToLookFor} each is still to be looked for.
     */
    public static String query(String typed) {
        return words(typed).stream()
                .map(word -> Stream.of(Bigrams.query(word.text()), word.initials())
                        .filter(part -> !part.isEmpty())
                        .map(part -> "(" + part + ")")
                        .collect(Collectors.joining(" | ")))
                .filter(part -> !part.isEmpty())
                .map(part -> "(" + part + ")")
                .collect(Collectors.joining(" & "));
    }
}
