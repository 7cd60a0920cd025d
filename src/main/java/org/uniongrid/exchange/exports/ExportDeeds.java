package org.uniongrid.exchange.exports;

import org.uniongrid.foundation.Deed;

/** What the audit trail says of an export: what was asked for and how many rows, never what stands in them. */
final class ExportDeeds {

    private static final String SUBJECT = "exchange.export";

    private ExportDeeds() {}

    static Deed ask(Export export) {
        return of("exchange.export.ask", export);
    }

    static Deed make(Export export, int rows) {
        return Deed.of("exchange.export.make", SUBJECT, export.publicId(), label(export))
                .with("rows", null, String.valueOf(rows));
    }

    /** The workbook is out of the house. */
    static Deed fetch(Export export) {
        return of("exchange.export.fetch", export);
    }

    static Deed cancel(Export export) {
        return of("exchange.export.cancel", export);
    }

    static Deed approve(Export export) {
        return of("exchange.export.approve", export).about(export.personId());
    }

    static Deed refuse(Export export, String reason) {
        return of("exchange.export.refuse", export).about(export.personId()).because(reason);
    }

    private static Deed of(String action, Export export) {
        return Deed.of(action, SUBJECT, export.publicId(), label(export))
                .with("export-filter", null, export.words().isEmpty() ? null : export.words())
                .with("export-columns", null, String.join(", ", export.asked().columns()))
                .with("rows", null, String.valueOf(export.total()));
    }

    private static String label(Export export) {
        return export.kind() + ": " + export.unit().name();
    }
}
