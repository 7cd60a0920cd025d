package org.uniongrid.portal.own;

import static org.uniongrid.people.IdentityField.EMAIL;
import static org.uniongrid.people.IdentityField.ID_NUMBER;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uniongrid.people.Corrections;
import org.uniongrid.people.Employment;
import org.uniongrid.people.Household;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Profile;
import org.uniongrid.people.Schooling;
import org.uniongrid.people.SkillLevel;
import org.uniongrid.web.Form;

/** What workers correct of themselves. An identity number they enter once; a wrong one is corrected by their union. */
final class OwnForm {

    private OwnForm() {}

    static Form of(Profile profile) {
        return Form.blank()
                .with("schooling", name(profile.schooling()))
                .with("skill", name(profile.skill()))
                .with("household", name(profile.household()))
                .with("employment", name(profile.employment()));
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    static List<IdentityField> fields(Map<IdentityField, String> kept) {
        return kept.containsKey(ID_NUMBER) ? List.of(EMAIL) : List.of(EMAIL, ID_NUMBER);
    }

    static Form check(Form form, Map<IdentityField, String> kept) {
        return Corrections.check(form, fields(kept));
    }

    /** What is not on the form stays; a word that is none of ours counts as not said. */
    static Profile read(Form form, Profile before) {
        return new Profile(
                before.sex(),
                before.birthYear(),
                before.document(),
                one(Schooling.class, form.value("schooling")),
                one(SkillLevel.class, form.value("skill")),
                one(Household.class, form.value("household")),
                before.workerClass(),
                one(Employment.class, form.value("employment")));
    }

    private static <T extends Enum<T>> @Nullable T one(Class<T> kind, String name) {
        for (var value : kind.getEnumConstants()) if (value.name().equals(name)) return value;
        return null;
    }
}
