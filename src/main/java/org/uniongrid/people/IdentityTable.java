package org.uniongrid.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.people.IdentityRows.Indexed;
import org.uniongrid.people.IdentityRows.Sealed;

/** Persons' fields as key rotation sees them. */
@Repository
class IdentityTable implements SealedTable {

    private static final Logger log = LoggerFactory.getLogger(IdentityTable.class);

    private final JdbcClient db;
    private final IdentityRows rows;
    private final Vault vault;
    private final Marks marks;

    IdentityTable(JdbcClient db, IdentityRows rows, Vault vault, Marks marks) {
        this.db = db;
        this.rows = rows;
        this.vault = vault;
        this.marks = marks;
    }

    @Override
    public String name() {
        return "people.identity";
    }

    @Override
    public Map<String, Long> count() {
        var counts = new HashMap<String, Long>();
        db.sql("select split_part(sealed, '|', 3) as key, count(*) from people.identity group by 1")
                .query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    @Override
    public boolean has(String key) {
        return db.sql("select exists (select from people.identity where split_part(sealed, '|', 3) = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    @Override
    public @Nullable String move(Collection<String> old, @Nullable String after, int most) {
        var batch = lock(old, after == null ? 0 : Long.parseLong(after), most);
        if (batch.isEmpty()) return null;
        var sealed = new HashMap<Long, String>();
        var indexes = new ArrayList<Indexed>();
        for (var one : batch) {
            try {
                var plain = vault.open(one.place(), one.text());
                sealed.put(one.id(), vault.seal(one.place(), plain));
                marks.ofMoved(one.field(), plain).forEach(mark -> indexes.add(new Indexed(one.id(), mark)));
            } catch (SealBroken e) {
                log.error("A sealed value stays under its old key: {}", e.getMessage());
            }
        }
        reseal(sealed);
        rows.index(sealed.keySet(), indexes);
        return String.valueOf(batch.getLast().id());
    }

    private List<Sealed> lock(Collection<String> old, long after, int most) {
        return db.sql("""
                        select i.id, i.person_id, p.public_id as person, i.field, i.sealed as text
                        from people.identity i join people.person p on p.id = i.person_id
                        where split_part(i.sealed, '|', 3) = any(:old) and i.id > :after
                        order by i.id limit :most for update of i skip locked
                        """)
                .param("old", old.toArray(String[]::new))
                .param("after", after)
                .param("most", most)
                .query(Sealed.class)
                .list();
    }

    private void reseal(Map<Long, String> sealed) {
        db.sql("""
                        update people.identity i set sealed = v.sealed
                        from unnest(:ids::bigint[], :sealed::text[]) as v(id, sealed) where i.id = v.id
                        """)
                .param("ids", sealed.keySet().toArray(Long[]::new))
                .param("sealed", sealed.values().toArray(String[]::new))
                .update();
    }

    @Override
    public void forget(byte[] mark) {
        db.sql("delete from people.identity_index where substring(mark from 1 for 4) = ?")
                .param(mark)
                .update();
    }
}
