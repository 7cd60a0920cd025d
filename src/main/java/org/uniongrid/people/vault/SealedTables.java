package org.uniongrid.people.vault;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.people.SealedTable;
import org.uniongrid.people.Vault;

/** Everything that is sealed, in all modules. */
@Component
class SealedTables {

    private final List<SealedTable> all;

    SealedTables(List<SealedTable> tables, List<SealedColumn> columns, JdbcClient db, Vault vault) {
        all = Stream.concat(tables.stream(), columns.stream().map(column -> new ColumnTable(column, db, vault)))
                .toList();
    }

    List<SealedTable> all() {
        return all;
    }

    boolean has(String key) {
        return all.stream().anyMatch(table -> table.has(key));
    }

    /** How many values there are under each key. */
    Map<String, Long> count() {
        var counts = new TreeMap<String, Long>();
        for (var table : all) table.count().forEach((key, count) -> counts.merge(key, count, Long::sum));
        return counts;
    }
}
