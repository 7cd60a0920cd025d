package org.uniongrid.people;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code people.identity} and their blind indexes. */
@Repository
class IdentityRows {

    private final JdbcClient db;

    IdentityRows(JdbcClient db) {
        this.db = db;
    }

    /** One value of one person. */
    record Key(long personId, IdentityField field) {}

    record Sealed(long id, long personId, UUID person, IdentityField field, String text) {

        Place place() {
            return Identities.place(person, field);
        }
    }

    /** @param fresh whether there was none before, and so no index */
    record Written(long id, boolean fresh) {}

    record Indexed(long identityId, Marks.Mark mark) {}

    Map<Long, UUID> publicIds(Collection<Long> persons) {
        var found = new HashMap<Long, UUID>();
        db.sql("select id, public_id from people.person where id = any(:ids)")
                .param("ids", persons.toArray(Long[]::new))
                .query((row, number) -> found.put(row.getLong("id"), row.getObject("public_id", UUID.class)))
                .list();
        return found;
    }

    /** Writes sealed values in one statement; their rows. */
    Map<Key, Written> put(Map<Key, String> sealed, OffsetDateTime now) {
        var written = new HashMap<Key, Written>();
        db.sql("""
                        insert into people.identity (person_id, field, sealed, changed_at)
                        select person, field, sealed, :now
                        from unnest(:persons::bigint[], :fields::text[], :sealed::text[]) as v(person, field, sealed)
                        order by person, field
                        on conflict (person_id, field) do update set sealed = excluded.sealed, changed_at = excluded.changed_at
                        returning id, person_id, field, xmax = 0 as fresh
                        """)
                .param("persons", sealed.keySet().stream().map(Key::personId).toArray(Long[]::new))
                .param(
                        "fields",
                        sealed.keySet().stream().map(key -> key.field().name()).toArray(String[]::new))
                .param("sealed", sealed.values().toArray(String[]::new))
                .param("now", now)
                .query((row, number) -> written.put(
                        new Key(row.getLong("person_id"), IdentityField.valueOf(row.getString("field"))),
                        new Written(row.getLong("id"), row.getBoolean("fresh"))))
                .list();
        return written;
    }

    /** Gives these rows these indexes and no others. */
    void index(Collection<Long> rows, List<Indexed> indexes) {
        if (!rows.isEmpty()) forget(rows);
        add(indexes);
    }

    private void forget(Collection<Long> rows) {
        db.sql("delete from people.identity_index where identity_id = any(:ids)")
                .param("ids", rows.toArray(Long[]::new))
                .update();
    }

    private void add(List<Indexed> indexes) {
        db.sql("""
                        insert into people.identity_index (identity_id, kind, mark)
                        select * from unnest(:ids::bigint[], :kinds::text[], :marks::bytea[])
                        """)
                .param("ids", indexes.stream().map(Indexed::identityId).toArray(Long[]::new))
                .param("kinds", indexes.stream().map(one -> one.mark().kind()).toArray(String[]::new))
                .param("marks", indexes.stream().map(one -> one.mark().bytes()).toArray(byte[][]::new))
                .update();
    }

    /** With its indexes. */
    void remove(long person, IdentityField field) {
        db.sql("delete from people.identity where person_id = ? and field = ?")
                .params(person, field.name())
                .update();
    }

    List<Sealed> of(Collection<Long> persons) {
        return db.sql("""
                        select i.id, i.person_id, p.public_id as person, i.field, i.sealed as text
                        from people.identity i join people.person p on p.id = i.person_id
                        where i.person_id = any(:persons) order by i.person_id, i.field
                        """)
                .param("persons", persons.toArray(Long[]::new))
                .query(Sealed.class)
                .list();
    }

    /**
     * Values that stand under these indexes, with the index that found each. A paper of somebody whose records were brought
     * together with another's leads to that one; a phone they no longer have leads to nobody. In two steps, each by an index
     * whatever the planner thinks of tables that a commit is filling.
     */
    List<Found> find(Collection<byte[]> marks) {
        var marksOf = new HashMap<Long, List<byte[]>>();
        db.sql("""
                        select x.identity_id, x.mark from unnest(:marks::bytea[]) m (mark) cross join lateral (
                            select identity_id, mark from people.identity_index i where i.mark = m.mark limit 10000) x
                        """).param("marks", marks.toArray(byte[][]::new)).query(row -> {
            marksOf.computeIfAbsent(row.getLong("identity_id"), _ -> new ArrayList<>())
                    .add(row.getBytes("mark"));
        });
        if (marksOf.isEmpty()) return List.of();
        var found = new ArrayList<Found>();
        db.sql("""
                        select i.id, coalesce(p.merged_into, i.person_id) as person_id
                        from people.identity i join people.person p on p.id = i.person_id
                        where i.id = any (:ids) and (p.merged_into is null or i.field in ('ID_NUMBER', 'DOCUMENT')) order by 2
                        """).param("ids", marksOf.keySet().toArray(Long[]::new)).query(row -> {
            var person = row.getLong("person_id");
            marksOf.getOrDefault(row.getLong("id"), List.of()).forEach(mark -> found.add(new Found(person, mark)));
        });
        return found;
    }

    record Found(long personId, byte[] mark) {}
}
