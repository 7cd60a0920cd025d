package org.uniongrid.exchange.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.exchange.ExportColumn;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.exchange.Xlsx;

/** Writes the workbook: the rows, read batch by batch as they stood at one moment, and who took them along. */
@Component
class ExportBook {

    private final TransactionTemplate reading;

    ExportBook(PlatformTransactionManager transactions) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** More rows than may be written. */
    static final class TooMany extends RuntimeException {
        TooMany(int most) {
            super("more than " + most + " rows");
        }
    }

    /**
     * How many rows were written.
     *
     * @param most where there are more, nothing comes of it
     * @param written hears after each batch how many rows are written; may throw to end it
     */
    int write(OutputStream out, ExportOrder order, int most, IntConsumer written) {
        var count = new int[1];
        reading.executeWithoutResult(_ -> {
            var rows = new ExportRows(order, read -> {
                if (read > most) throw new TooMany(most);
                count[0] = read;
                written.accept(read);
            });
            try {
                Xlsx.write(out, List.of(table(order, rows), about(order, count)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return count[0];
    }

    private static Xlsx.Tab table(ExportOrder order, ExportRows rows) {
        var say = order.say();
        var headings = order.kind().headings(order.asked(), order.actor(), say);
        return new Xlsx.Tab(say.of("export." + order.kind().key() + ".title"), headings, rows.stream());
    }

    static ExportColumn column(ExportKind kind, String key) {
        return kind.columns().stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Read after the rows, when their number is known. */
    private static Xlsx.Tab about(ExportOrder order, int[] rows) {
        var say = order.say();
        return new Xlsx.Tab(
                say.of("export.about"),
                List.of(say.of("export.about.what"), say.of("export.about.value")),
                Stream.of(order).flatMap(one -> lines(one, rows[0]).stream()));
    }

    private static List<List<String>> lines(ExportOrder order, int rows) {
        var say = order.say();
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(say.of("export.about.by"), order.actor().name()));
        lines.add(List.of(say.of("export.about.post"), post(order)));
        lines.add(List.of(say.of("export.about.at"), say.time(order.at())));
        lines.add(List.of(say.of("export.about.from"), order.address()));
        lines.add(List.of(say.of("export.about.unit"), order.unit().name()));
        lines.add(List.of(
                say.of("export.about.filter"), order.words().isEmpty() ? say.of("export.unfiltered") : order.words()));
        lines.add(List.of(say.of("export.about.rows"), String.valueOf(rows)));
        lines.add(List.of(say.of("export.about.number"), order.id().toString()));
        lines.add(List.of(say.of("export.about.care"), say.of("export.about.care.text")));
        return lines;
    }

    private static String post(ExportOrder order) {
        var unit = order.post().unitName();
        return unit == null ? order.post().title() : unit + " " + order.post().title();
    }
}
