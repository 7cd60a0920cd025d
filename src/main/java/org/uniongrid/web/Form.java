package org.uniongrid.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.uniongrid.foundation.RuleBroken;

/**
 * What somebody typed into a form and what is wrong with it. Where something is wrong, the same page comes back with
 * everything typed still in it.
 *
 * <pre>{@code
 * var form = Form.of(typed).require("name").check("since", since != null, "unit.since.invalid");
 * if (form.isWrong()) return form.again("organisation/register/rename", Map.of("unit", unit));
 * }</pre>
 *
 * @param typed values by field, as they came
 * @param problems what is wrong, by field, in the order found
 */
public record Form(Map<String, List<String>> typed, Map<String, Problem> problems) {

    /** Stands for the form as a whole, where no single field is to blame. */
    public static final String WHOLE = "";

    /** What is wrong: a message key and the values for its places. */
    public record Problem(String key, List<Object> values) {}

    public static Form blank() {
        return new Form(Map.of(), Map.of());
    }

    public static Form of(Map<String, List<String>> typed) {
        return new Form(new HashMap<>(typed), Map.of());
    }

    /** Fills in what is already known, for a form that changes something. */
    public Form with(String field, @Nullable Object value) {
        var filled = new HashMap<>(typed);
        filled.put(field, List.of(value == null ? "" : value.toString()));
        return new Form(filled, problems);
    }

    /** The first thing wrong with a field is the one shown. */
    public Form wrong(String field, String key, Object... values) {
        var more = new LinkedHashMap<>(problems);
        more.putIfAbsent(field, new Problem(key, List.of(values)));
        return new Form(typed, more);
    }

    public Form check(String field, boolean right, String key, Object... values) {
        return right ? this : wrong(field, key, values);
    }

    public Form require(String... fields) {
        var checked = this;
        for (var field : fields) checked = checked.check(field, !value(field).isBlank(), "web.form.required");
        return checked;
    }

    /** A rule that the use case found broken, blamed on the field that can mend it or on {@link #WHOLE}. */
    public Form broken(String field, RuleBroken broken) {
        return wrong(field, broken.rule().key(), broken.values().toArray());
    }

    public boolean isWrong() {
        return !problems.isEmpty();
    }

    public String value(String field) {
        var found = typed.getOrDefault(field, List.of());
        return found.isEmpty() || found.getFirst() == null ? "" : found.getFirst();
    }

    /** A day as browsers send it; empty for anything else. */
    public Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(value(field).strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    public boolean has(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    public @Nullable String error(Say say, String field) {
        var problem = problems.get(field);
        return problem == null ? null : say.of(problem.key(), problem.values().toArray());
    }

    /**
     * What is wrong with a field, after the field's name where it has one.
     *
     * @param labels what the keys of the fields' names begin with, such as {@code employer.}
     */
    public @Nullable String named(Say say, @Nullable String labels, String field) {
        var error = error(say, field);
        var label = labels == null ? null : say.messages().getMessage(labels + field, null, null, say.locale());
        return error == null || label == null ? error : say.of("web.form.named", label, error);
    }

    /** The fields with something wrong, in the order found. */
    public List<String> fields() {
        return new ArrayList<>(problems.keySet());
    }

    /** The same page again with status 422. The template finds this form under the name {@code form}. */
    public ModelAndView again(String view, Map<String, ?> model) {
        var answer = new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT);
        answer.addAllObjects(model);
        return answer.addObject("form", this);
    }
}
