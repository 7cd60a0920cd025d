package org.uniongrid.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;

class FormTests {

    private final Form typed = Form.of(Map.of("name", List.of(" "), "code", List.of("915")));

    @Test
    void namesEveryFieldLeftEmpty() {
        var form = typed.require("name", "code", "seat");

        assertThat(form.fields()).containsExactly("name", "seat");
        assertThat(form.isWrong()).isTrue();
        assertThat(typed.isWrong()).isFalse();
    }

    @Test
    void keepsTheFirstThingWrongWithAField() {
        var form = typed.wrong("code", "first").wrong("code", "second");

        assertThat(form.problems()).containsExactly(Map.entry("code", new Form.Problem("first", List.of())));
    }

    @Test
    void comesBackWithEverythingTyped() {
        var form = typed.wrong("code", "short");
        var answer = form.again("a/b", Map.of("unit", 7));

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getModel()).containsEntry("unit", 7).containsEntry("form", form);
        assertThat(form.value("code")).isEqualTo("915");
    }

    @Test
    void putsTheNameOfTheFieldBeforeTheProblem() {
        var messages = new StaticMessageSource();
        messages.addMessage("short", Locale.ENGLISH, "needs {0} letters");
        messages.addMessage("employer.code", Locale.ENGLISH, "Code");
        messages.addMessage("web.form.named", Locale.ENGLISH, "{0}: {1}");
        var say = new Say(messages, Locale.ENGLISH, ZoneId.of("UTC"));
        var form = typed.wrong("code", "short", 18);

        assertThat(form.named(say, "employer.", "code")).isEqualTo("Code: needs 18 letters");
        assertThat(form.named(say, null, "code")).isEqualTo("needs 18 letters");
    }
}
