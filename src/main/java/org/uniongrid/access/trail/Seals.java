package org.uniongrid.access.trail;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** The seals in the database, and what waits for one. */
@Component
@Unscoped("for the jobs that seal, drop and check, which act for nobody")
class Seals {

    private final JdbcClient db;

    Seals(JdbcClient db) {
        this.db = db;
    }

    /** Entries to be sealed together, and the transaction that took them: it began to count after it had looked. */
    record Batch(long transaction, List<Entry> entries) {}

    /** True where this process may seal, till the end of the transaction. */
    boolean lock() {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('access.audit-seal'))")
                .query(Boolean.class)
                .single();
    }

    /** Must be the first thing that its transaction writes, so that its own number is younger than what it sees. */
    Batch take(int most) {
        var entries = db.sql("""
                        with taken as (
                            delete from access.audit_pending p where p.entry_id in (
                                select o.entry_id from access.audit_pending o
                                where exists (select from access.audit_entry w where w.id = o.entry_id)
                                order by o.entry_id limit :most)
                            returning p.entry_id)
                        select
                        """ + Entry.COLUMNS
                        + " from access.audit_entry e join taken t on t.entry_id = e.id order by e.id")
                .param("most", most)
                .query(Entry::read)
                .list();
        return new Batch(entries.isEmpty() ? 0 : transaction(), entries);
    }

    long transaction() {
        return Long.parseLong(
                db.sql("select pg_current_xact_id()::text").query(String.class).single());
    }

    Optional<SealFile.Line> last() {
        return db.sql("select number, sealed, signature from access.audit_seal order by number desc limit 1")
                .query(SealFile.Line.class)
                .optional();
    }

    List<SealFile.Line> after(long number, int most) {
        return db.sql(
                        "select number, sealed, signature from access.audit_seal where number > ? order by number limit ?")
                .params(number, most)
                .query(SealFile.Line.class)
                .list();
    }

    void add(Seal seal, byte[] signature, byte @Nullable [] leaves) {
        db.sql("""
                        insert into access.audit_seal (number, sealed, signature, entries, leaves, dropped_to)
                        values (:number, :sealed, :signature, :entries::int8multirange, :leaves, :dropped)
                        """)
                .param("number", seal.number())
                .param("sealed", seal.text())
                .param("signature", signature)
                .param("entries", seal.entries().toString())
                .param("leaves", leaves)
                .param("dropped", seal.droppedTo())
                .update();
    }

    /** Up to which seal entries were dropped; 0 where none were. */
    long droppedTo() {
        return db.sql("select coalesce(max(dropped_to), 0) from access.audit_seal")
                .query(Long.class)
                .single();
    }

    /** What the database itself deletes, as soon as a seal says that it is dropped. */
    long drop(long upTo) {
        return db.sql("select access.drop_audit_entries(?)")
                .param(upTo)
                .query(Long.class)
                .single();
    }
}
