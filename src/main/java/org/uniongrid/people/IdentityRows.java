package org.uniongrid.people;

import java.time.OffsetDateTime;
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

    record Indexed(long identityId, Marks.Mark mark) {}

    Map<Long, UUID> publicIds(Collection<Long> persons) {
        var found = new HashMap<Long, UUID>();
        db.sql("select id, public_id from people.person where id = any(:ids)")
                .param("ids", persons.toArray(Long[]::new))
                .query((row, number) -> found.put(row.getLong("id"), row.getObject("public_id", UUID.class)))
                .list();
        return found;
    }

    /** Writes sealed values in one statement; the internal ids of their rows. */
    Map<Key, Long> put(Map<Key, String> sealed, OffsetDateTime now) {
        var written = new HashMap<Key, Long>();
        db.sql("""
                        insert into people.identity (person_id, field, sealed, changed_at)
                        select person, field, sealed, :now
                        from unnest(:persons::bigint[], :fields::text[], :sealed::text[]) as v(person, field, sealed)
                        order by person, field
                        on conflict (person_id, field) do update set sealed = excluded.sealed, changed_at = excluded.changed_at
                        returning id, person_id, field
                        """)
                .param("persons", sealed.keySet().stream().map(Key::personId).toArray(Long[]::new))
                .param(
                        "fields",
                        sealed.keySet().stream().map(key -> key.field().name()).toArray(String[]::new))
                .param("sealed", sealed.values().toArray(String[]::new))
                .param("now", now)
                .query((row, number) -> written.put(
                        new Key(row.getLong("person_id"), IdentityField.valueOf(row.getString("field"))),
                        row.getLong("id")))
                .list();
        return written;
    }

    /** Gives these rows these indexes and no others. */
    void index(Collection<Long> rows, List<Indexed> indexes) {
        db.sql("delete from people.identity_index where identity_id = any(:ids)")
                .param("ids", rows.toArray(Long[]::new))
                .update();
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

    /** Values that stand under these indexes, with the index that found each. */
    List<Found> find(Collection<byte[]> marks) {
        return db.sql("""
                        select i.person_id, x.mark from people.identity_index x
                        join people.identity i on i.id = x.identity_id
                        where x.mark = any(:marks) order by i.person_id
                        """)
                .param("marks", marks.toArray(byte[][]::new))
                .query((row, number) -> new Found(row.getLong("person_id"), row.getBytes("mark")))
                .list();
    }

    record Found(long personId, byte[] mark) {}
}
