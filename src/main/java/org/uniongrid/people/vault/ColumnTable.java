package org.uniongrid.people.vault;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.people.SealBroken;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.people.SealedTable;
import org.uniongrid.people.Vault;

/** A column that another module lends to key rotation. Its names were checked and are our own words. */
record ColumnTable(SealedColumn column, JdbcClient db, Vault vault) implements SealedTable {

    private static final Logger log = LoggerFactory.getLogger(ColumnTable.class);

    private record Sealed(UUID row, String text) {}

    @Override
    public String name() {
        return column.indexName();
    }

    private String sql(String text) {
        return text.replace("{table}", column.table())
                .replace("{row}", column.row())
                .replace("{column}", column.column())
                .replace("{key}", "split_part(" + column.column() + ", '|', 3)");
    }

    @Override
    public Map<String, Long> count() {
        var counts = new HashMap<String, Long>();
        db.sql(sql("select {key} as key, count(*) from {table} where {column} is not null group by 1"))
                .query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    @Override
    public boolean has(String key) {
        return db.sql(sql("select exists (select from {table} where {key} = ?)"))
                .param(key)
                .query(Boolean.class)
                .single();
    }

    @Override
    public @Nullable String move(Collection<String> old, @Nullable String after, int most) {
        var batch = lock(old, UUID.fromString(after == null ? "00000000-0000-0000-0000-000000000000" : after), most);
        if (batch.isEmpty()) return null;
        for (var one : batch) {
            try {
                reseal(one.row(), vault.open(column.at(one.row()), one.text()));
            } catch (SealBroken e) {
                log.error("A sealed value stays under its old key: {}", e.getMessage());
            }
        }
        return batch.getLast().row().toString();
    }

    private List<Sealed> lock(Collection<String> old, UUID after, int most) {
        return db.sql(sql("""
                        select {row} as "row", {column} as text from {table} where {key} = any(:old) and {row} > :after
                        order by {row} limit :most for update skip locked
                        """))
                .param("old", old.toArray(String[]::new))
                .param("after", after)
                .param("most", most)
                .query(Sealed.class)
                .list();
    }

    private void reseal(UUID row, String plain) {
        var index = column.index();
        var statement = db.sql(sql("update {table} set {column} = :sealed"
                        + (index == null ? "" : ", " + index + " = :index") + " where {row} = :row"))
                .param("sealed", vault.seal(column.at(row), plain))
                .param("row", row);
        if (index != null) statement = statement.param("index", vault.index(column.indexName(), plain));
        statement.update();
    }
}
