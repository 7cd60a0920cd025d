package org.uniongrid.exchange.exports;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportColumn;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Say;

/** As many toys as the filter says; the last batch can be made to wait. */
final class ToyExport implements ExportKind {

    private static final int BATCH = 500;

    private final String key;
    private final boolean personal;
    private final UnitDirectory directory;
    volatile @Nullable CountDownLatch held;
    volatile @Nullable CountDownLatch reached;

    private ToyExport(String key, boolean personal, UnitDirectory directory) {
        this.key = key;
        this.personal = personal;
        this.directory = directory;
    }

    /** Both kinds of toys. */
    @Configuration(proxyBeanMethods = false)
    static class Setup {
        @Bean
        ToyExport toys(UnitDirectory directory) {
            return new ToyExport("toys", false, directory);
        }

        @Bean
        ToyExport toyOwners(UnitDirectory directory) {
            return new ToyExport("toy-owners", true, directory);
        }
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String permission() {
        return "organisation.employer.read";
    }

    @Override
    public boolean personal() {
        return personal;
    }

    @Override
    public List<ExportColumn> columns() {
        return List.of(new ExportColumn("name", "export.toy.name"), new ExportColumn("size", "export.toy.size"));
    }

    @Override
    public Unit unit(ExportAsked asked, Actor actor) {
        var id = UUID.fromString(asked.value("under").orElseThrow());
        var unit = directory.find(id, actor.reach(permission()));
        return new Unit(unit.publicId(), unit.name(), unit.scope());
    }

    @Override
    public String words(ExportAsked asked, Actor actor, Say say) {
        return asked.value("q").orElse("");
    }

    @Override
    public long count(ExportAsked asked, Actor actor) {
        return Long.parseLong(asked.value("rows").orElseThrow());
    }

    @Override
    public List<Row> rows(ExportAsked asked, Actor actor, @Nullable UUID after, Say say) {
        int from = after == null ? 0 : (int) after.getLeastSignificantBits() + 1;
        int to = (int) Math.min(count(asked, actor), from + BATCH);
        var gate = held;
        var there = reached;
        if (gate != null && there != null && from > 0) {
            there.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return IntStream.range(from, to)
                .mapToObj(number -> new Row(new UUID(7, number), cells(asked, number)))
                .toList();
    }

    private static List<String> cells(ExportAsked asked, int number) {
        return Stream.of("name", "size")
                .filter(asked.columns()::contains)
                .map(column -> column.equals("name") ? "=玩具" + number : String.valueOf(number))
                .toList();
    }
}
