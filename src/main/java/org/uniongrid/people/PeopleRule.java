package org.uniongrid.people;

import org.uniongrid.foundation.Rule;

/** Rules of what is kept of a person. */
public enum PeopleRule implements Rule {
    ID_NUMBER_FORM,
    DOCUMENT_FORM,
    PHONE_FORM,
    EMAIL_FORM,
    BANK_ACCOUNT_FORM,
    /** One identity number belongs to one person. */
    ID_NUMBER_ONCE,
    CHANGED_OR_REMOVED,
    SOMETHING_IS_CORRECTED,
    /** People change their own phone and e-mail on the page of their account. */
    NOBODY_CORRECTS_THEMSELVES;

    static PeopleRule formOf(IdentityField field) {
        return switch (field) {
            case ID_NUMBER -> ID_NUMBER_FORM;
            case DOCUMENT -> DOCUMENT_FORM;
            case PHONE -> PHONE_FORM;
            case EMAIL -> EMAIL_FORM;
            case BANK_ACCOUNT -> BANK_ACCOUNT_FORM;
        };
    }
}
