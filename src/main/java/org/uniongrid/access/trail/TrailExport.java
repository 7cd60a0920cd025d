package org.uniongrid.access.trail;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Xlsx;
import org.uniongrid.foundation.Actor;
import org.uniongrid.web.Say;

/** A workbook of entries, with a second sheet that says who took it out, when and what was asked for. */
@Component
class TrailExport {

    private static final List<String> HEADERS = List.of(
            "number", "at", "actor", "post", "unit", "action", "outcome", "subject", "label", "person", "reason",
            "changes", "address", "request");

    private final TrailList list;
    private final Clock clock;

    TrailExport(TrailList list, Clock clock) {
        this.list = list;
        this.clock = clock;
    }

    void write(OutputStream out, List<TrailList.Row> rows, TrailFilter filter, Actor actor, Say say)
            throws IOException {
        var words = new TrailWords(say);
        var shown = rows.subList(0, Math.min(rows.size(), TrailList.MOST_EXPORTED));
        Xlsx.write(
                out,
                List.of(
                        new Xlsx.Tab(
                                say.of("trail.title"),
                                HEADERS.stream()
                                        .map(header -> say.of("trail.column." + header))
                                        .toList(),
                                shown.stream().map(row -> cells(row, words))),
                        new Xlsx.Tab(
                                say.of("trail.export.about"),
                                List.of(say.of("trail.export.what"), say.of("trail.export.value")),
                                about(rows, shown, filter, actor, words))));
    }

    private List<String> cells(TrailList.Row row, TrailWords words) {
        return Stream.of(
                        String.valueOf(row.id()),
                        words.time(row.at()),
                        words.actor(row),
                        row.post(),
                        row.unit(),
                        words.action(row.action()),
                        words.outcome(row.done() ? TrailFilter.Outcome.DONE : TrailFilter.Outcome.REFUSED),
                        words.subject(row.subject()),
                        row.label(),
                        row.person(),
                        row.reason(),
                        words.changes(list.changes(row)),
                        row.address(),
                        row.request())
                .map(cell -> cell == null ? "" : cell)
                .toList();
    }

    private List<List<String>> about(
            List<TrailList.Row> rows, List<TrailList.Row> shown, TrailFilter filter, Actor actor, TrailWords words) {
        var say = words.say();
        var about = new ArrayList<List<String>>();
        about.add(List.of(say.of("trail.export.by"), actor.name()));
        about.add(List.of(say.of("trail.export.at"), words.time(OffsetDateTime.now(clock))));
        about.add(List.of(say.of("trail.export.asked"), filter.inWords()));
        about.add(List.of(say.of("trail.export.count"), String.valueOf(shown.size())));
        if (rows.size() > shown.size())
            about.add(List.of(say.of("trail.export.more"), say.of("trail.export.more.text")));
        return about;
    }
}
