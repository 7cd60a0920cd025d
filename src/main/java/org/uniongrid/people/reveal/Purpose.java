package org.uniongrid.people.reveal;

import java.util.Locale;

/** What somebody needs to see personal data for. */
enum Purpose {
    CONTACT,
    CHECK_IDENTITY,
    HELP,
    PAYMENT,
    CORRECTION,
    OTHER;

    /** As forms and message keys name it. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
