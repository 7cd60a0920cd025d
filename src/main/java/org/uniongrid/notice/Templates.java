package org.uniongrid.notice;

import static java.util.Objects.requireNonNullElse;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of notices, filled in. They stand in the messages of the module that owns the kind. */
@Component
public class Templates {

    private static final Pattern WORD = Pattern.compile("\\[([a-z][a-z-]*)]");

    private final MessageSource messages;

    Templates(MessageSource messages) {
        this.messages = messages;
    }

    /** Says nothing that a stranger beside the phone may not read. */
    public String title(String kind, Locale language) {
        return said(kind + ".title", kind, language);
    }

    /** Whole, or empty where a secret it needs is gone. */
    public Optional<String> text(String kind, Map<String, String> words, Locale language) {
        return whole(said(kind + ".text", "", language), words);
    }

    /** As the inbox shows it: where a secret stood, that it came by another way. */
    public String open(String kind, Map<String, String> words, Locale language) {
        return fill(said(kind + ".text", "", language), words, said("elsewhere", "", language));
    }

    /** What an SMS says: that there is news, or what its kind has for it. Empty where a secret it needs is gone. */
    public Optional<String> sms(String kind, Map<String, String> values, Locale language) {
        return whole(said(kind + ".sms", neutral(language), language), values);
    }

    /** What a phone shows of any notice. */
    public String neutral(Locale language) {
        return said("neutral", "", language);
    }

    private String said(String key, String otherwise, Locale language) {
        return requireNonNullElse(messages.getMessage("notice." + key, null, otherwise, language), otherwise);
    }

    private static Optional<String> whole(String text, Map<String, String> words) {
        return WORD.matcher(text).results().allMatch(word -> words.containsKey(word.group(1)))
                ? Optional.of(fill(text, words, ""))
                : Optional.empty();
    }

    private static String fill(String text, Map<String, String> words, String otherwise) {
        return WORD.matcher(text)
                .replaceAll(word -> Matcher.quoteReplacement(words.getOrDefault(word.group(1), otherwise)));
    }
}
