package org.uniongrid.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.uniongrid.ModuleTest;
import org.uniongrid.foundation.NoticeKind;

/** Every kind of notice can be told in both languages, and tells a phone nothing it should not know. */
@ModuleTest
class NoticeKindTests {

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private static final Pattern WORD = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern TEMPLATE =
            Pattern.compile("(?m)^notice\\.((?:[a-z-]+\\.)+[a-z-]+)\\.(?:title|text|sms)=");
    private static final Pattern TOLD = Pattern.compile("Notice\\.of\\([^;]*?\"([a-z]+(?:\\.[a-z-]+)+)\"\\s*,");

    private final List<NoticeKind> kinds;
    private final MessageSource messages;
    private final Templates templates;

    NoticeKindTests(List<NoticeKind> kinds, MessageSource messages, Templates templates) {
        this.kinds = kinds;
        this.messages = messages;
        this.templates = templates;
    }

    @Test
    void everyKindHasItsTitleAndItsTextInBothLanguages() {
        assertThat(kinds).isNotEmpty();
        assertSoftly(softly -> kinds.forEach(kind -> {
            softly.assertThat(words(kind, "title", LANGUAGES.getFirst()))
                    .as(kind.key())
                    .isNotNull();
            softly.assertThat(words(kind, "text", LANGUAGES.getFirst()))
                    .as(kind.key())
                    .isNotNull();
            for (var part : List.of("title", "text", "sms"))
                softly.assertThat(words(kind, part, Locale.ENGLISH))
                        .as("%s.%s says the same in both languages", kind.key(), part)
                        .isEqualTo(words(kind, part, Locale.SIMPLIFIED_CHINESE));
        }));
    }

    @Test
    void aTitleSaysNothingOfAnybody() {
        assertSoftly(softly -> kinds.forEach(kind -> {
            for (var language : LANGUAGES)
                softly.assertThat(words(kind, "title", language)).as(kind.key()).isEmpty();
        }));
    }

    @Test
    void anSmsCarriesOnlyWhatItsKindAllows() {
        assertSoftly(softly -> kinds.forEach(kind -> {
            for (var language : LANGUAGES) {
                var carried = words(kind, "sms", language);
                if (carried != null)
                    softly.assertThat(kind.onPhone()).as(kind.key()).containsAll(carried);
            }
        }));
    }

    @Test
    void noTemplateIsWithoutItsKindAndNothingIsToldWithoutOne() throws IOException {
        var known = kinds.stream().map(NoticeKind::key).collect(Collectors.toSet());
        var asked = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (!name.matches(".*\\.(java|properties)")) continue;
                var pattern = name.endsWith(".java") ? TOLD : TEMPLATE;
                pattern.matcher(Files.readString(file)).results().forEach(found -> asked.add(found.group(1)));
            }
        }
        assertThat(asked).isNotEmpty();
        assertThat(known).containsAll(asked);
    }

    @Test
    void whatAPhoneShowsFitsEveryWire() {
        assertThat(templates.neutral(Locale.SIMPLIFIED_CHINESE)).isEqualTo("您有一条新的工会通知");
        for (var language : LANGUAGES)
            assertThat(templates.neutral(language)).doesNotContain("[").hasSizeLessThanOrEqualTo(40);
    }

    private @Nullable Set<String> words(NoticeKind kind, String part, Locale language) {
        var text = messages.getMessage("notice." + kind.key() + "." + part, null, null, language);
        if (text == null) return null;
        return WORD.matcher(text).results().map(word -> word.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
