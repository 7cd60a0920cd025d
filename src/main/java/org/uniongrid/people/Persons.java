package org.uniongrid.people;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** Everybody this cell knows by name. */
@Component
public class Persons {

    private final JdbcClient db;

    Persons(JdbcClient db) {
        this.db = db;
    }

    /** Adds one person. */
    public long add(String name) {
        return addAll(List.of(name)).getFirst();
    }

    /** Somebody by name. */
    public record Known(long id, UUID publicId, String name) {}

    /** Those of these ids that there are, in the order of their names. */
    @Unscoped("whoever asks has found them by something that only they have, such as a proven phone")
    public List<Known> known(Collection<Long> ids) {
        return db.sql("select id, public_id, name from people.person where id = any(:ids) order by name, id")
                .param("ids", ids.toArray(Long[]::new))
                .query(Known.class)
                .list();
    }

    /** Under another name from now on. */
    public void rename(long id, String name) {
        db.sql("update people.person set name = btrim(?) where id = ?")
                .params(name, id)
                .update();
    }

    /** Adds persons in one statement; their ids come in the order of the names. */
    public List<Long> addAll(List<String> names) {
        return db.sql("""
                        with given as (
                            select nextval(pg_get_serial_sequence('people.person', 'id')) as id, name, nr
                            from unnest(:names::text[]) with ordinality as n(name, nr)),
                        added as (insert into people.person (id, name) select id, btrim(name) from given)
                        select id from given order by nr
                        """)
                .param("names", names.toArray(String[]::new))
                .query(Long.class)
                .list();
    }
}
