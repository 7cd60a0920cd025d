package org.uniongrid.people;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.people.IdentityRows.Indexed;
import org.uniongrid.people.IdentityRows.Key;
import org.uniongrid.people.IdentityRows.Written;

/** Identity numbers, phones, e-mail addresses and bank accounts of persons: sealed, and found again without opening. */
@Component
public class Identities {

    private final IdentityRows rows;
    private final Vault vault;
    private final Marks marks;
    private final Clock clock;

    Identities(IdentityRows rows, Vault vault, Marks marks, Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.marks = marks;
        this.clock = clock;
    }

    /** A value that somebody typed or a file brought. */
    public record Entry(long personId, IdentityField field, String typed) {

        @Override
        public String toString() {
            return field + " of person " + personId;
        }
    }

    /** Sealed for the person and the field, so that it cannot be opened beside another name. */
    static Place place(UUID person, IdentityField field) {
        return new Place("people.identity", person, field.key());
    }

    /** Keeps a value in place of the one before. */
    @Transactional
    public void keep(long personId, IdentityField field, String typed) {
        keepAll(List.of(new Entry(personId, field, typed)));
    }

    /** Keeps many. {@link RuleBroken} where one is no such number, or an identity number belongs to somebody else. */
    @Transactional
    public void keepAll(Collection<Entry> entries) {
        if (entries.isEmpty()) return;
        var persons =
                rows.publicIds(entries.stream().map(Entry::personId).distinct().toList());
        var values = new LinkedHashMap<Key, String>();
        var sealed = new LinkedHashMap<Key, String>();
        for (var entry : entries) {
            var key = new Key(entry.personId(), entry.field());
            var value = normal(entry);
            var person = Objects.requireNonNull(persons.get(entry.personId()), "no such person");
            values.put(key, value);
            sealed.put(key, vault.seal(place(person, entry.field()), value));
        }
        var written = rows.put(sealed, OffsetDateTime.now(clock));
        index(values, written);
    }

    private static String normal(Entry entry) {
        return entry.field().read(entry.typed()).orElseThrow(() -> new RuleBroken(PeopleRule.formOf(entry.field())));
    }

    private void index(Map<Key, String> values, Map<Key, Written> written) {
        var indexes = new ArrayList<Indexed>();
        values.forEach((key, value) -> {
            var row = Objects.requireNonNull(written.get(key)).id();
            marks.ofNew(key.field(), value).forEach(mark -> indexes.add(new Indexed(row, mark)));
        });
        try {
            rows.index(
                    written.values().stream()
                            .filter(row -> !row.fresh())
                            .map(Written::id)
                            .toList(),
                    indexes);
        } catch (DuplicateKeyException e) {
            throw new RuleBroken(PeopleRule.ID_NUMBER_ONCE);
        }
    }

    /**
     * Brings the values of somebody to another who is the same person: those that the other lacks, and of the rest those
     * chosen, in whose place the other's stay behind. What stays behind of papers leads on to the one that is kept.
     */
    @Transactional
    public void bringTogether(long gone, long kept, Set<IdentityField> fromGone) {
        var values = new HashMap<Key, String>();
        for (var one : rows.of(List.of(gone, kept)))
            values.put(new Key(one.personId(), one.field()), vault.open(one.place(), one.text()));
        for (var field : IdentityField.values()) {
            var theirs = values.get(new Key(gone, field));
            var own = values.get(new Key(kept, field));
            if (theirs == null || (own != null && !fromGone.contains(field))) continue;
            rows.remove(gone, field);
            if (own != null) rows.remove(kept, field);
            keep(kept, field, theirs);
            if (own != null && !own.equals(theirs)) keep(gone, field, own);
        }
    }

    /** Keeps it no longer; nobody is found by it any more. */
    @Transactional
    public void forget(long personId, IdentityField field) {
        rows.remove(personId, field);
    }

    /** Who has this value, such as an identity number; several may share a phone. */
    @Transactional
    public List<Long> holders(IdentityField field, String typed) {
        return holders(field, List.of(typed)).getOrDefault(typed, List.of());
    }

    /** Who has each of these values; those that nobody has are left out. */
    @Transactional
    public Map<String, List<Long>> holders(IdentityField field, Collection<String> typed) {
        var asked = new HashMap<ByteBuffer, String>();
        for (var text : typed)
            field.read(text)
                    .ifPresent(value ->
                            marks.sought(field, value).forEach(mark -> asked.put(ByteBuffer.wrap(mark), text)));
        var found = new HashMap<String, List<Long>>();
        for (var one : rows.find(asked.keySet().stream().map(ByteBuffer::array).toList())) {
            var persons = found.computeIfAbsent(
                    Objects.requireNonNull(asked.get(ByteBuffer.wrap(one.mark()))), _ -> new ArrayList<>());
            if (!persons.contains(one.personId())) persons.add(one.personId());
        }
        return found;
    }

    /** Which of these persons have any value there. */
    @Transactional(readOnly = true)
    public Set<Long> having(IdentityField field, Collection<Long> persons) {
        return rows.of(persons).stream()
                .filter(one -> one.field() == field)
                .map(IdentityRows.Sealed::personId)
                .collect(Collectors.toSet());
    }

    /** Of which fields the vault keeps a value of these persons; whoever has none is left out. */
    @Transactional(readOnly = true)
    public Map<Long, Set<IdentityField>> fields(Collection<Long> persons) {
        var found = new HashMap<Long, Set<IdentityField>>();
        for (var one : rows.of(persons))
            found.computeIfAbsent(one.personId(), _ -> EnumSet.noneOf(IdentityField.class))
                    .add(one.field());
        return found;
    }

    /** What may be shown of a person to everybody who may see them. */
    @Transactional(readOnly = true)
    public Map<IdentityField, String> masked(long personId) {
        var shown = new EnumMap<IdentityField, String>(IdentityField.class);
        for (var one : rows.of(List.of(personId)))
            shown.put(one.field(), one.field().mask(vault.open(one.place(), one.text())));
        return shown;
    }

    /** The same of many, by person; whoever has nothing there is left out. */
    @Transactional(readOnly = true)
    public Map<Long, Map<IdentityField, String>> masked(Collection<Long> persons) {
        var shown = new HashMap<Long, Map<IdentityField, String>>();
        for (var one : rows.of(persons))
            shown.computeIfAbsent(one.personId(), _ -> new EnumMap<>(IdentityField.class))
                    .put(one.field(), one.field().mask(vault.open(one.place(), one.text())));
        return shown;
    }

    /** In which fields these two have the same value. */
    @Transactional(readOnly = true)
    public Set<IdentityField> same(long one, long other) {
        var values = new EnumMap<IdentityField, String>(IdentityField.class);
        var same = EnumSet.noneOf(IdentityField.class);
        for (var row : rows.of(List.of(one, other))) {
            var value = vault.open(row.place(), row.text());
            if (value.equals(values.put(row.field(), value))) same.add(row.field());
        }
        return same;
    }

    /** The full value: for a reveal, which leaves its mark on the audit trail, for wires, and for the person themselves. Nothing else may ask. */
    @Transactional(readOnly = true)
    public Optional<String> plain(long personId, IdentityField field) {
        return rows.of(List.of(personId)).stream()
                .filter(one -> one.field() == field)
                .findFirst()
                .map(one -> vault.open(one.place(), one.text()));
    }

    /** Of many, for a file with numbers in full, which another person has approved. */
    @Transactional(readOnly = true)
    public Map<Long, Map<IdentityField, String>> plain(Collection<Long> persons, Set<IdentityField> fields) {
        var found = new HashMap<Long, Map<IdentityField, String>>();
        for (var row : rows.of(persons))
            if (fields.contains(row.field()))
                found.computeIfAbsent(row.personId(), _ -> new EnumMap<>(IdentityField.class))
                        .put(row.field(), vault.open(row.place(), row.text()));
        return found;
    }
}
