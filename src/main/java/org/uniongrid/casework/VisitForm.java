package org.uniongrid.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;
import org.uniongrid.web.Form;

/** The form of a follow-up: how satisfied, whether it is solved, and words, which are needed where it is not. */
public final class VisitForm {

    private static final int WORDS = 500;

    private VisitForm() {}

    /** @param reached whether anybody was; nobody says nothing */
    public static Form checked(Form form, boolean reached) {
        var solved = form.value("solved");
        var words = form.value("words").strip();
        var least = reached && solved.equals("false") ? 2 : 0;
        return form.check("stars", !reached || form.value("stars").matches("[1-5]"), "case.stars.missing")
                .check("solved", !reached || solved.equals("true") || solved.equals("false"), "case.solved.missing")
                .check("words", words.length() >= least && words.length() <= WORDS, "case.visit.words", WORDS);
    }

    /** What a form says that was checked. */
    public static Visit said(Form form, Visit.Way way, Actor actor) {
        var reached = way != Visit.Way.UNREACHED;
        @Nullable Integer stars = reached ? Integer.valueOf(form.value("stars")) : null;
        @Nullable Boolean solved = reached ? Boolean.valueOf(form.value("solved")) : null;
        var words = form.value("words").strip();
        return new Visit(way, stars, solved, words.isEmpty() ? null : words, actor.name(), Instant.EPOCH);
    }
}
