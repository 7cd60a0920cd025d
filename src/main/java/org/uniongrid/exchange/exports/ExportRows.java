package org.uniongrid.exchange.exports;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.ExportKind;

/** The rows of an export in their order; no more than one batch of them is in memory. */
final class ExportRows implements Iterator<List<String>> {

    private final ExportOrder order;
    private final IntConsumer read;
    private Iterator<ExportKind.Row> batch = List.<ExportKind.Row>of().iterator();
    private @Nullable UUID last;
    private boolean ended;
    private int count;

    /** @param read hears after each batch how many rows were read */
    ExportRows(ExportOrder order, IntConsumer read) {
        this.order = order;
        this.read = read;
    }

    Stream<List<String>> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public boolean hasNext() {
        if (!batch.hasNext() && !ended) readOn();
        return batch.hasNext();
    }

    private void readOn() {
        var rows = order.kind().rows(order.asked(), order.actor(), last, order.say());
        ended = rows.isEmpty();
        if (ended) return;
        last = rows.getLast().id();
        count += rows.size();
        read.accept(count);
        batch = rows.iterator();
    }

    @Override
    public List<String> next() {
        if (!hasNext()) throw new NoSuchElementException();
        return batch.next().cells();
    }
}
