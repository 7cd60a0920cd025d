package org.uniongrid.access.webhooks;

import java.util.List;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Form;
import org.uniongrid.web.TypedKey;

/** What was typed into the form of a webhook. */
final class TypedHook {

    private static final int LONGEST = 500;

    private TypedHook() {}

    static Form checked(Form typed) {
        var length = typed.value("name").strip().length();
        return typed.require("name", "address")
                .check("name", length >= 2 && length <= 60, "token.length", 2, 60)
                .check("address", typed.value("address").strip().length() <= LONGEST, "token.length", 10, LONGEST)
                .check("kinds", !kinds(typed).isEmpty(), "rule.webhook-kinds-are-known");
    }

    /** Of a form without faults. */
    static NewHook read(Form form) {
        return new NewHook(
                TypedKey.of(form.value("id")),
                form.value("name").strip(),
                form.value("address").strip(),
                TypedKey.uuid(form.value("unit")).orElse(null),
                kinds(form));
    }

    private static List<String> kinds(Form form) {
        return form.typed().getOrDefault("kinds", List.of()).stream().distinct().toList();
    }

    /** The field that can mend it. */
    static Form broken(Form form, RuleBroken broken) {
        if (!(broken.rule() instanceof HookRule rule)) return form.broken(Form.WHOLE, broken);
        var field = switch (rule) {
            case WEBHOOK_NAME_IS_FREE -> "name";
            case WEBHOOK_ADDRESS_IS_ALLOWED -> "address";
            case WEBHOOK_KINDS_ARE_KNOWN -> "kinds";
            case WEBHOOK_IS_IN_FORCE -> Form.WHOLE;
        };
        return form.broken(field, broken);
    }
}
