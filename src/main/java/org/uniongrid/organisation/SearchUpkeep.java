package org.uniongrid.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/**
 * Writes {@link SearchText} anew where it was written by an older version, in the background after the start. May be
 * interrupted and begun again, and done by several processes at once.
 */
@Component
@Unscoped("writes what names are found by, and shows nothing")
class SearchUpkeep {

    /** Goes up when {@link SearchText} keeps something else. */
    static final int VERSION = 1;

    private static final int BATCH = 500;
    private static final Logger log = LoggerFactory.getLogger(SearchUpkeep.class);

    private final JdbcClient db;

    SearchUpkeep(JdbcClient db) {
        this.db = db;
    }

    private record Row(long id, String name, @Nullable String code) {}

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("search-upkeep").start(() -> {
            try {
                catchUp();
            } catch (RuntimeException e) {
                log.warn("Search by initials is not complete yet; the next start goes on", e);
            }
        });
    }

    void catchUp() {
        var version = db.sql("select version from organisation.search_text")
                .query(Integer.class)
                .single();
        if (version >= VERSION) return;
        refill("unit", "code");
        refill("employer", "uscc");
        db.sql("update organisation.search_text set version = :version where version < :version")
                .param("version", VERSION)
                .update();
    }

    private void refill(String table, String code) {
        var rows = lacking(table, code, 0);
        while (!rows.isEmpty()) {
            write(table, rows);
            rows = lacking(table, code, rows.getLast().id());
        }
    }

    private List<Row> lacking(String table, String code, long after) {
        return db.sql("select id, name, " + code + " as code from organisation." + table
                        + " where id > :after and not search @@ :mark::tsquery order by id limit :limit")
                .param("after", after)
                .param("mark", Initials.MARK)
                .param("limit", BATCH)
                .query(Row.class)
                .list();
    }

    /** Whoever renames it meanwhile has written it anew. */
    private void write(String table, List<Row> rows) {
        db.sql("update organisation." + table + " t" + """
                         set search = v.search::tsvector
                        from unnest(:ids::bigint[], :names::text[], :searches::text[]) as v(id, name, search)
                        where t.id = v.id and t.name = v.name and not t.search @@ :mark::tsquery""")
                .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                .param("names", rows.stream().map(Row::name).toArray(String[]::new))
                .param(
                        "searches",
                        rows.stream()
                                .map(row -> SearchText.of(row.name(), row.code()))
                                .toArray(String[]::new))
                .param("mark", Initials.MARK)
                .update();
    }
}
