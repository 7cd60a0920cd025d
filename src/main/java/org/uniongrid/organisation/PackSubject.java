package org.uniongrid.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Say;

/**
 * What a rule pack may be about, as the module that reads it defines it: which values, in which units.
 *
 * @param key in kebab case, such as {@code committee-size}
 */
public record PackSubject(String key, Words title, Words help, List<Field> fields) {

    public PackSubject {
        fields = List.copyOf(fields);
    }

    /** The same words in both languages of the platform. */
    public record Words(String zh, String en) {

        public String in(Say say) {
            return say.isChinese() ? zh : en;
        }
    }

    /** A value that every pack of the subject has. */
    public record Field(String key, Measure measure, Words label, Words help) {}

    public Optional<Field> field(String name) {
        return fields.stream().filter(one -> one.key().equals(name)).findFirst();
    }

    /**
     * Reads all values of a pack, each by its measure, in the order of the definition.
     *
     * @throws WrongPackValue where one is missing, not known or of another kind
     */
    public Map<String, PackValue> read(Map<String, ?> raw) {
        for (var name : raw.keySet())
            if (field(name).isEmpty()) throw new WrongPackValue(this, name, PackRule.PACK_VALUE_IS_KNOWN);
        var values = new LinkedHashMap<String, PackValue>();
        for (var field : fields) values.put(field.key(), read(field, raw));
        return values;
    }

    /** What a table keeps: a value that the subject got only later is left out, and missed by whoever asks for it. */
    public Map<String, PackValue> stored(Map<String, ?> raw) {
        var values = new LinkedHashMap<String, PackValue>();
        for (var field : fields) if (raw.get(field.key()) != null) values.put(field.key(), read(field, raw));
        return values;
    }

    private PackValue read(Field field, Map<String, ?> raw) {
        var given = raw.get(field.key());
        if (given == null) throw new WrongPackValue(this, field.key(), PackRule.PACK_VALUE_IS_GIVEN);
        try {
            return field.measure().read(given);
        } catch (RuleBroken broken) {
            throw new WrongPackValue(this, field.key(), broken.rule());
        }
    }
}
