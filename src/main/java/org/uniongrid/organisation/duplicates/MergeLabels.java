package org.uniongrid.organisation.duplicates;

import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.organisation.IndustrySection;
import org.uniongrid.organisation.Origin;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.PartyOrganisation;
import org.uniongrid.web.Say;

/** What a field of an entry says, in the reader's words. */
public record MergeLabels(Say say) {

    public String told(String field, @Nullable String text) {
        if (text == null) return say.of("employer.merge.nothing-said");
        return switch (field) {
            case "ownership" -> Ownership.of(text).map(one -> say.of(one.key())).orElse(text);
            case "origin" -> Origin.of(text).map(one -> one.in(say)).orElse(text);
            case "party" ->
                PartyOrganisation.of(text).map(one -> say.of(one.key())).orElse(text);
            case "industry" ->
                IndustrySection.of(text)
                        .map(one -> text + " " + say.of(one.key()))
                        .orElse(text);
            case "state" -> state(text);
            default -> text;
        };
    }

    private String state(String text) {
        var words = text.split(" / ", 2);
        var state = EmployerState.of(words[0]).map(one -> say.of(one.key())).orElse(words[0]);
        return words.length == 1 ? state : state + " " + words[1];
    }
}
