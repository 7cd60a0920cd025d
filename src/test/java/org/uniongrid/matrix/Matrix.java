package org.uniongrid.matrix;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;

/** Plays the table: everybody tries every door on every record. */
final class Matrix {

    private final ApplicationContext house;
    private final Fixture fixture;
    private final Caller caller;
    private final Judge judge;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private int cells;
    private int allowed;

    /** What somebody was shown: only as much of it as tells whether it is the same again. */
    private record Seen(Case asked, int length, int hash) {

        static Seen of(Case asked, String text) {
            return new Seen(asked, text.length(), text.hashCode());
        }
    }

    Matrix(ApplicationContext house) {
        this.house = house;
        this.fixture = Fixture.of(house);
        this.caller = new Caller(house);
        this.judge = new Judge(fixture);
    }

    int cells() {
        return cells;
    }

    List<Fault> play(List<Line> lines) {
        lines.forEach(this::play);
        for (var position : List.of(Position.SIBLING, Position.ELSEWHERE)) somethingHappensIn(position);
        return faults;
    }

    /** Whether anything is wrong; what comes after the first fault is not played. */
    boolean findsFault(List<Line> lines) {
        for (var line : lines) {
            play(line);
            if (!faults.isEmpty()) return true;
        }
        return !play(List.of()).isEmpty();
    }

    private void play(Line line) {
        allowed = 0;
        for (var player : fixture.players) play(line, player);
        if (allowed == 0) faults.add(new Fault(line, fixture.players.getFirst(), "", "was open to nobody at all"));
    }

    private void play(Line line, Player player) {
        var cases = Case.of(line, player, fixture);
        if (!line.verb().equals(HttpMethod.GET)) cases.forEach(this::play);
        else {
            var wrote = caller.undone(() -> caller.writes(() -> cases.forEach(this::play)));
            wrote.remove(Judge.TRAIL);
            if (line.says("writes")) return;
            if (!wrote.isEmpty()) fail(cases.getFirst(), List.of("writes " + wrote + " though it is only asked"));
        }
    }

    private void play(Case asked) {
        cells++;
        var answer = asked.ask(caller);
        if (!asked.line().isOpenTo(asked.player())) fail(asked, judge.shut(asked, answer));
        else {
            var hidden = asked.hidden(fixture.oracle);
            if (!hidden.isEmpty()) {
                var madeUp = asked.withMadeUp(hidden);
                fail(asked, judge.hidden(asked, answer, madeUp, madeUp.ask(caller)));
            } else shown(asked, answer);
        }
    }

    private void shown(Case asked, Answer answer) {
        allowed++;
        fail(asked, judge.allowed(asked, answer));
        if (!asked.line().shows() || answer.isRefusal()) return;
        if (!asked.player().cell()) seen.add(Seen.of(asked, plain(asked, answer)));
        fail(asked, judge.figures(asked, answer));
        if (asked.line().action() != Line.Action.LIST) return;
        if (asked.line().says("below") && asked.player().reach().equals("OWN")) return;
        fail(asked, judge.list(asked, answer));
        if (asked.things().isEmpty() && asked.form().isEmpty()) turnPages(asked);
    }

    /** From a row that the asker may not see, a list goes on without a word of it. */
    private void turnPages(Case asked) {
        for (var thing : fixture.of(asked.line().rows()))
            if (!asked.player().sees(thing, fixture.oracle))
                for (var cursor : List.of("after=", "before=")) {
                    var turned = asked.with(cursor + thing.id());
                    var answer = turned.ask(caller);
                    var excused = new Answer(
                            answer.status(), answer.text().replace(thing.id(), ""), answer.model(), answer.wrote());
                    fail(turned, judge.leaks(turned, excused));
                    if (answer.status() >= 500) fail(turned, List.of("breaks with " + answer.status()));
                }
    }

    /** What changes out of reach changes nothing in what was shown: no row, no count, no hint. */
    private void somethingHappensIn(Position position) {
        var unit = fixture.unit(position);
        caller.undone(() -> {
            Elsewhere.happens(house, fixture, position);
            for (var each : seen)
                if (!each.asked().player().reaches(unit.id(), fixture.oracle)
                        && !Seen.of(
                                        each.asked(),
                                        plain(each.asked(), each.asked().ask(caller)))
                                .equals(each)) fail(each.asked(), List.of("shows that something changed out of reach"));
            return seen;
        });
    }

    private static String plain(Case asked, Answer answer) {
        return answer.plain(List.copyOf(asked.things().values())).text();
    }

    private void fail(Case asked, List<String> what) {
        what.stream()
                .map(each -> new Fault(
                        asked.line(),
                        asked.player(),
                        asked.label(),
                        each + (asked.form().isEmpty() ? "" : " (" + asked.form() + ")")))
                .forEach(faults::add);
    }
}
