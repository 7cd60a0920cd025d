package org.uniongrid.access.trail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.access.trail.Finding.Kind;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the whole trail against its seals, the file outside the database and the public keys. Reads one state of the
 * database from end to end, a piece at a time, and changes nothing.
 */
@Component
@Unscoped("the trail is checked as a whole or not at all")
class Verifier {

    private static final int SEALS_AT_ONCE = 50;
    private static final int ROWS_AT_ONCE = 2_000;

    private final JdbcClient db;
    private final TransactionTemplate reading;
    private final SealKeys keys;
    private final JsonMapper json;
    private final Path data;
    private final Clock clock;

    Verifier(
            JdbcClient db,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock,
            @Value("${uniongrid.data:data}") Path data) {
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.reading.setReadOnly(true);
        this.keys = new SealKeys(data);
        this.json = json;
        this.data = data;
        this.clock = clock;
    }

    /** Told now and then how many entries were looked at. */
    interface Progress {
        void at(long entries);
    }

    /** @param key the only public key to trust, or null for those published beside the seals */
    Verdict check(@Nullable Path key, Progress progress) throws IOException {
        var trusted = key == null ? keys.published() : SealKeys.in(key);
        var begun = Instant.now(clock);
        var report = new Report();
        // the file first: what it has, the database had before
        try (var lines = new SealFile(data.resolve("audit").resolve("seals.jsonl"), json).read()) {
            var chain = new ChainCheck(trusted, lines, report);
            return Objects.requireNonNull(reading.execute(_ -> check(begun, chain, report, progress)));
        }
    }

    private Verdict check(Instant begun, ChainCheck chain, Report report, Progress progress) {
        var entries = new EntryCheck(report);
        long droppedTo = droppedTo();
        long seals = 0;
        long seen = 0;
        Instant sealedAt = null;
        for (var page = sealsAfter(0);
                !page.isEmpty();
                page = sealsAfter(page.getLast().number())) {
            var read = new ArrayList<Seal>();
            try (var rows = rowsUnder(page, droppedTo)) {
                var iterator = rows.iterator();
                for (var stored : page) {
                    var seal = chain.next(stored).orElse(null);
                    if (seal == null) continue;
                    read.add(seal);
                    if (seal.droppedTo() != null) checkAge(seal, report);
                    if (seal.number() <= droppedTo || seal.droppedTo() != null) continue;
                    entries.under(seal, stored.leaves(), iterator);
                    seen += seal.entries().size();
                }
            }
            seals += page.size();
            if (!read.isEmpty()) sealedAt = read.getLast().at();
            progress.at(seen);
        }
        chain.end();
        var checked = entries.end();
        long waiting = cover(chain.onlyInFile(), droppedTo, report);
        return new Verdict(
                begun, Instant.now(clock), checked, seals, waiting, sealedAt, report.findings(), report.more());
    }

    private long droppedTo() {
        return db.sql("select coalesce(max(dropped_to), 0) from access.audit_seal")
                .query(Long.class)
                .single();
    }

    private List<StoredSeal> sealsAfter(long number) {
        return db.sql("select " + StoredSeal.COLUMNS
                        + " from access.audit_seal where number > ? order by number limit ?")
                .params(number, SEALS_AT_ONCE)
                .query(StoredSeal::read)
                .list();
    }

    private Stream<EntryCheck.Row> rowsUnder(List<StoredSeal> page, long droppedTo) {
        return db
                .sql("select s.number as seal, " + Entry.COLUMNS + """
                        from access.audit_seal s cross join lateral unnest(s.entries) r
                        join access.audit_entry e on e.id >= lower(r) and e.id < upper(r)
                        where s.number between :first and :last and s.number > :dropped
                        order by s.number, e.id
                        """)
                .withFetchSize(ROWS_AT_ONCE)
                .param("first", page.getFirst().number())
                .param("last", page.getLast().number())
                .param("dropped", droppedTo)
                .query((row, number) -> new EntryCheck.Row(row.getLong("seal"), Entry.read(row, number)))
                .stream();
    }

    /** What was dropped must have been old enough when it was. */
    private void checkAge(Seal drop, Report report) {
        var last = db.sql("select sealed from access.audit_seal where number = ?")
                .param(drop.droppedTo())
                .query(String.class)
                .optional()
                .flatMap(Seal::parse);
        var limit = drop.at()
                .atOffset(ZoneOffset.UTC)
                .minus(Period.ofMonths(Retention.LEAST))
                .plusDays(1);
        if (last.isEmpty() || last.get().at().atOffset(ZoneOffset.UTC).isAfter(limit))
            report.add(Kind.DROPPED_EARLY, drop.number(), String.valueOf(drop.droppedTo()));
    }

    private long cover(List<Ids.Range> onlyInFile, long droppedTo, Report report) {
        try (var sealed = db
                        .sql("""
                                select lower(r) as "from", upper(r) as below from access.audit_seal s, unnest(s.entries) r
                                where s.number > :dropped order by 1
                                """)
                        .withFetchSize(ROWS_AT_ONCE)
                        .param("dropped", droppedTo)
                        .query(Ids.Range.class)
                        .stream();
                var pending = db
                        .sql("select entry_id from access.audit_pending order by entry_id")
                        .withFetchSize(ROWS_AT_ONCE)
                        .query(Long.class)
                        .stream();
                var entries = db
                        .sql("select id from access.audit_entry order by id")
                        .withFetchSize(ROWS_AT_ONCE)
                        .query(Long.class)
                        .stream()) {
            var coverage = new Coverage(sealed.iterator(), onlyInFile, pending.iterator(), report);
            coverage.look(entries.iterator());
            return coverage.waiting();
        }
    }
}
