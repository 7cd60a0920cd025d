package org.uniongrid.people;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The blind indexes that a field stands under. */
@Component
class Marks {

    private static final String PREFIX = "PHONE_PREFIX";

    private final Vault vault;

    Marks(Vault vault) {
        this.vault = vault;
    }

    record Mark(String kind, byte[] bytes) {}

    /** Under every key in use: whoever looks for the value during a rotation finds it, and nobody keeps it twice. */
    List<Mark> ofNew(IdentityField field, String value) {
        var marks = new ArrayList<Mark>();
        for (var text : texts(field, value))
            vault.indexes(text.kind(), text.value()).forEach(bytes -> marks.add(new Mark(text.kind(), bytes)));
        return marks;
    }

    /** Under today's key alone. */
    List<Mark> ofMoved(IdentityField field, String value) {
        return texts(field, value).stream()
                .map(text -> new Mark(text.kind(), vault.index(text.kind(), text.value())))
                .toList();
    }

    private record Text(String kind, String value) {}

    private static List<Text> texts(IdentityField field, String value) {
        var whole = new Text(field.name(), value);
        return field == IdentityField.PHONE
                ? List.of(whole, new Text(PREFIX, value.substring(0, Phone.PREFIX)))
                : List.of(whole);
    }

    /** What a look-up asks for. */
    List<byte[]> sought(IdentityField field, String value) {
        return vault.indexes(field.name(), value);
    }
}
