package org.uniongrid.people;

import static org.uniongrid.people.IdentityField.EMAIL;
import static org.uniongrid.people.IdentityField.ID_NUMBER;
import static org.uniongrid.people.IdentityField.PHONE;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.uniongrid.web.Form;

/**
 * What a form wants changed of what is kept of a person. Its fields are named by {@link IdentityField#key}; one that is
 * left empty stays as it is.
 *
 * @param values new values, as typed
 * @param removed what shall not be kept any longer
 */
public record Corrections(Map<IdentityField, String> values, Set<IdentityField> removed) {

    /** What people may change of their own. */
    public static final List<IdentityField> CONTACTS = List.of(PHONE, EMAIL);

    /** What somebody in charge may change of others. */
    public static final List<IdentityField> ALL = List.of(PHONE, EMAIL, ID_NUMBER);

    public Corrections {
        values = Map.copyOf(values);
        removed = Set.copyOf(removed);
    }

    /** Of a form that was checked. */
    public static Corrections of(Form form, List<IdentityField> fields) {
        var values = new EnumMap<IdentityField, String>(IdentityField.class);
        var removed = EnumSet.noneOf(IdentityField.class);
        for (var field : fields)
            if (isRemoved(form, field)) removed.add(field);
            else if (isTyped(form, field)) values.put(field, form.value(field.key()));
        return new Corrections(values, removed);
    }

    /** Whether everything typed is what it should be. */
    public static Form check(Form form, List<IdentityField> fields) {
        var checked = form;
        for (var field : fields) {
            var typed = form.value(field.key());
            checked = checked.check(
                            field.key(),
                            !isTyped(form, field) || !isRemoved(form, field),
                            PeopleRule.CHANGED_OR_REMOVED.key())
                    .check(
                            field.key(),
                            !isTyped(form, field) || field.read(typed).isPresent(),
                            PeopleRule.formOf(field).key());
        }
        return checked;
    }

    /** Also whether anything is to be changed at all. */
    public static Form checkAny(Form form, List<IdentityField> fields) {
        var any = fields.stream().anyMatch(field -> isTyped(form, field) || isRemoved(form, field));
        return check(form, fields).check(Form.WHOLE, any, PeopleRule.SOMETHING_IS_CORRECTED.key());
    }

    private static boolean isTyped(Form form, IdentityField field) {
        return !form.value(field.key()).isBlank();
    }

    private static boolean isRemoved(Form form, IdentityField field) {
        return form.has(field.key() + "-remove", "true");
    }
}
