package org.uniongrid.access.tokens;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Extent;
import org.uniongrid.web.Form;

/** What was typed into the forms of tokens. */
final class TypedToken {

    static final int MOST_PER_MINUTE = 6_000;

    private TypedToken() {}

    static Form checked(Form typed) {
        var form = typed.require("name", "purpose", "contact", "last-day", "per-minute");
        form = length(form, "name", 60);
        form = length(form, "purpose", 200);
        form = length(form, "contact", 100);
        form = form.check("reach", reach(form).isPresent(), "token.reach.missing")
                .check("scopes", !scopes(form).isEmpty(), "token.scopes.missing")
                .check(
                        "per-minute",
                        number(form, "per-minute", 1, MOST_PER_MINUTE).isPresent(),
                        "token.per-minute.wrong")
                .check("last-day", date(form).isPresent(), "token.last-day.wrong");
        var networks = Networks.of(form.value("addresses"));
        return form.check("addresses", networks.isPresent(), "token.addresses.wrong")
                .check(
                        "addresses",
                        networks.isEmpty() || networks.get().size() <= Networks.MOST,
                        "token.addresses.many",
                        Networks.MOST);
    }

    static Form checkedChange(Form typed) {
        return typed.require("last-day", "grace")
                .check("last-day", date(typed).isPresent(), "token.last-day.wrong")
                .check("grace", number(typed, "grace", 0, TokenDesk.GRACE).isPresent(), "rule.token-grace-is-short");
    }

    static Form checkedEnd(Form typed) {
        return length(typed.require("reason"), "reason", 200);
    }

    private static Form length(Form form, String field, int most) {
        var length = form.value(field).strip().length();
        return form.check(field, length >= 2 && length <= most, "token.length", 2, most);
    }

    /** Of a form without faults. */
    static NewToken read(Form form) {
        var reach = reach(form).orElseThrow();
        return new NewToken(
                id(form.value("id")).orElseGet(UUID::randomUUID),
                form.value("name").strip(),
                form.value("purpose").strip(),
                form.value("contact").strip(),
                reach,
                reach == Extent.CELL ? null : id(form.value("unit")).orElseThrow(),
                scopes(form),
                Networks.of(form.value("addresses")).orElseThrow(),
                number(form, "per-minute", 1, MOST_PER_MINUTE).orElseThrow(),
                date(form).orElseThrow());
    }

    private static Optional<Extent> reach(Form form) {
        var named = switch (form.value("reach")) {
            case "OWN" -> Optional.of(Extent.OWN);
            case "BELOW" -> Optional.of(Extent.BELOW);
            case "CELL" -> Optional.of(Extent.CELL);
            default -> Optional.<Extent>empty();
        };
        return named.filter(
                reach -> reach == Extent.CELL || id(form.value("unit")).isPresent());
    }

    private static List<String> scopes(Form form) {
        return form.typed().getOrDefault("scopes", List.of()).stream()
                .distinct()
                .toList();
    }

    static Optional<Integer> number(Form form, String field, int least, int most) {
        var typed = form.value(field).strip();
        if (!typed.matches("[0-9]{1,6}")) return Optional.empty();
        return Optional.of(Integer.valueOf(typed)).filter(number -> number >= least && number <= most);
    }

    static Optional<LocalDate> date(Form form) {
        try {
            return Optional.of(LocalDate.parse(form.value("last-day").strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The field that can mend it. */
    static Form broken(Form form, RuleBroken broken) {
        if (!(broken.rule() instanceof TokenRule rule)) return form.broken(Form.WHOLE, broken);
        var field = switch (rule) {
            case TOKEN_NAME_IS_FREE -> "name";
            case TOKEN_LASTS_A_YEAR_AT_MOST -> "last-day";
            case TOKEN_SCOPES_ARE_KNOWN -> "scopes";
            case TOKEN_GRACE_IS_SHORT -> "grace";
            case TOKEN_IS_IN_FORCE -> Form.WHOLE;
        };
        return form.broken(field, broken);
    }
}
