package org.uniongrid.exchange.imports;

import org.uniongrid.foundation.Deed;

/** What the audit trail says of an import: the file's name and how many rows, never what stands in them. */
final class ImportDeeds {

    private static final String SUBJECT = "exchange.import";

    private ImportDeeds() {}

    static Deed upload(ImportRun run) {
        return of("exchange.import.upload", run).with("rows", null, number(run.total()));
    }

    static Deed confirm(ImportRun run) {
        return of("exchange.import.confirm", run).with("rows", null, number(run.good()));
    }

    static Deed discard(ImportRun run) {
        return of("exchange.import.discard", run);
    }

    /** The rows are in. */
    static Deed commit(ImportRun run) {
        return of("exchange.import.commit", run)
                .with("rows-new", null, number(run.added()))
                .with("rows-changed", null, number(run.changed()))
                .with("rows-same", null, number(run.same()))
                .with("rows-faulty", null, number(run.faulty()));
    }

    private static Deed of(String action, ImportRun run) {
        return Deed.of(action, SUBJECT, run.publicId(), run.fileName()).with("import-kind", null, run.kind());
    }

    private static String number(int value) {
        return String.valueOf(value);
    }
}
