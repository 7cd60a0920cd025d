package org.uniongrid.membership.joining;

import java.util.Arrays;
import org.uniongrid.membership.Consents;
import org.uniongrid.membership.MemberRule;
import org.uniongrid.people.DocumentKind;
import org.uniongrid.people.Phone;
import org.uniongrid.people.WorkerClasses;
import org.uniongrid.web.Form;

/** What the three steps ask, and what of it is wrong. */
final class JoinForm {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_EMPLOYER = 100;

    private JoinForm() {}

    static Form who(Form form, boolean asksForNumber, boolean isProven) {
        var name = form.value("name").strip();
        var checked = form.require("name", "phone")
                .check("name", name.length() >= 2 && name.length() <= LONGEST_NAME, "join.name.length", LONGEST_NAME)
                .check("phone", Phone.of(form.value("phone")).isPresent(), "rule.phone-form");
        var kind = document(form);
        if (asksForNumber)
            checked = checked.require("number")
                    .check(
                            "number",
                            kind.fits(form.value("number")),
                            kind.rule().key());
        return isProven ? checked : checked.require("code");
    }

    static Form work(Form form, WorkerClasses classes) {
        var employer = form.value("employer").strip();
        return form.check("class", classes.find(form.value("class")).isPresent(), "join.class.missing")
                .check("employer", employer.length() <= LONGEST_EMPLOYER, "join.employer.length", LONGEST_EMPLOYER);
    }

    static Form consents(Form form, boolean asksForNumber) {
        return form.check("consent", form.has("consent", Consents.Purpose.MEMBERSHIP.name()), "join.consent.missing")
                .check(
                        "consent",
                        !asksForNumber || form.has("consent", Consents.Purpose.IDENTITY.name()),
                        MemberRule.IDENTITY_IS_ASKED_HERE.key());
    }

    static JoinDesk.Newcomer newcomer(Form form, boolean asksForNumber) {
        return new JoinDesk.Newcomer(
                form.value("name").strip(),
                form.value("phone"),
                asksForNumber ? document(form) : null,
                asksForNumber ? form.value("number") : null);
    }

    private static DocumentKind document(Form form) {
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.name().equals(form.value("document")))
                .findFirst()
                .orElse(DocumentKind.RESIDENT_CARD);
    }
}
