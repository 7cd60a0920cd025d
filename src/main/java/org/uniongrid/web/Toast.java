package org.uniongrid.web;

import java.io.Serializable;
import java.util.List;
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

    public Toast {
        values = List.copyOf(values);
    }

    /** Shows the message after the redirect that this form ends with. */
    public static void after(RedirectAttributes redirect, String key, Serializable... values) {
        redirect.addFlashAttribute(NAME, new Toast(key, List.of(values)));
    }

    public String in(Say say) {
        return say.messages()
                .getMessage(
                        new DefaultMessageSourceResolvable(new String[] {key}, values.toArray(), key), say.locale());
    }
}
