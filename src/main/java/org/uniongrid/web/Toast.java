package org.uniongrid.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Good news shown once, on the page a form leads to.
 *
 * @param key message key; words without such a key are shown as they are
 * @param values text and numbers for its places
 */
public record Toast(String key, List<? extends Serializable> values) implements Serializable {

    static final String NAME = "toast";
    private static final String LATER = "org.uniongrid.web.Toast";

    public Toast {
        values = List.copyOf(values);
    }

    /** Shows the message after the redirect that this form ends with. */
    public static void after(RedirectAttributes redirect, String key, Serializable... values) {
        redirect.addFlashAttribute(NAME, new Toast(key, List.of(values)));
    }

    /** Shows the message on the next whole page of this session. */
    public static void later(HttpSession session, String key, String... values) {
        session.setAttribute(
                LATER, Stream.concat(Stream.of(key), Stream.of(values)).toArray(String[]::new));
    }

    /** What was left for the next whole page, once. */
    static @Nullable Toast left(HttpSession session) {
        if (!(session.getAttribute(LATER) instanceof String[] said)) return null;
        session.removeAttribute(LATER);
        return new Toast(said[0], List.of(said).subList(1, said.length));
    }

    public String in(Say say) {
        return say.messages()
                .getMessage(
                        new DefaultMessageSourceResolvable(new String[] {key}, values.toArray(), key), say.locale());
    }
}
