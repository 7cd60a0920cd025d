package org.uniongrid.people;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.uniongrid.foundation.Masks;

/** What the vault keeps of a person. The key names its words in the messages and its part of an address. */
public enum IdentityField {
    ID_NUMBER(IdNumber::normal, Masks::number),
    /** Of a pass, a passport or another paper; see {@link DocumentKind}. */
    DOCUMENT(Document::normal, Masks::number),
    PHONE(Phone::normal, Masks::number),
    EMAIL(Email::normal, Masks::email),
    BANK_ACCOUNT(BankAccount::normal, Masks::bankAccount);

    private final Function<String, Optional<String>> reader;
    private final Function<String, String> mask;

    IdentityField(Function<String, Optional<String>> reader, Function<String, String> mask) {
        this.reader = reader;
        this.mask = mask;
    }

    /** The one form in which it is kept and looked for; empty where what was typed is none. */
    public Optional<String> read(String typed) {
        return reader.apply(typed);
    }

    /** What may be shown to everybody who may see the person. */
    public String mask(String value) {
        return mask.apply(value);
    }

    /** In kebab case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field of such a key. */
    public static Optional<IdentityField> ofKey(String key) {
        for (var field : values()) if (field.key().equals(key)) return Optional.of(field);
        return Optional.empty();
    }
}
