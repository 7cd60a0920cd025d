package org.uniongrid.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.uniongrid.foundation.Actor;

/** Says what is wrong with an answer. */
final class Judge {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Whoever is refused may be written down. */
    static final String TRAIL = "access.audit_entry";

    private final Fixture fixture;
    private final Oracle oracle;
    private final Map<Player, Set<UUID>> beyond = new HashMap<>();

    Judge(Fixture fixture) {
        this.fixture = fixture;
        this.oracle = fixture.oracle;
    }

    /** Who lacks the permission learns nothing and changes nothing. */
    List<String> shut(Case asked, Answer answer) {
        var faults = refused(asked, answer);
        if (answer.status() != 403) faults.add("answers " + answer.status() + " where it should be 403");
        return faults;
    }

    /** What lies out of reach looks as if it were not there. */
    List<String> hidden(Case asked, Answer answer, Case asMadeUp, Answer madeUp) {
        var faults = refused(asked, answer);
        if (answer.status() == 403) faults.add("says by 403 that there is something");
        if (!answer.isRefusal()) faults.add("answers " + answer.status() + " on what is out of reach");
        else if (answer.status() != madeUp.status()
                || !answer.plain(asked.things().values())
                        .text()
                        .equals(madeUp.plain(asMadeUp.things().values()).text()))
            faults.add("answers otherwise than on what does not exist");
        return faults;
    }

    private List<String> refused(Case asked, Answer answer) {
        var faults = new ArrayList<String>();
        if (answer.status() >= 500) faults.add("breaks with " + answer.status());
        var wrote = new HashSet<>(answer.wrote());
        wrote.remove(TRAIL);
        if (!wrote.isEmpty()) faults.add("refuses, but wrote " + wrote);
        for (var thing : asked.things().values())
            if (thing.scoped() != Scoped.ANY
                    && !asked.player().sees(thing, asked.line().scoped(), oracle)
                    && thing.words().stream()
                            .filter(word -> !word.equals(thing.id()))
                            .anyMatch(answer.text()::contains)) faults.add("refuses, but names " + thing.words());
        return faults;
    }

    List<String> allowed(Case asked, Answer answer) {
        var faults = new ArrayList<String>();
        var line = asked.line();
        if (line.says("below") && asked.player().reach().equals("OWN")) return refused(asked, answer);
        if (answer.isRefusal() && !(line.says("fails") && answer.status() < 500)) {
            faults.add("answers " + answer.status() + " where it should be allowed");
            return faults;
        }
        if (line.action() == Line.Action.WRITE && !line.says("rowless")) {
            if (answer.wrote().stream().allMatch(TRAIL::equals)) faults.add("says done, but wrote nothing");
            if (!line.says("untold") && !answer.wrote().contains(TRAIL))
                faults.add("leaves nothing on the audit trail");
        }
        if (line.action() == Line.Action.READ || line.action() == Line.Action.EXPORT)
            for (var id : line.ids().values())
                if (!id.startsWith(Line.LITERAL)
                        && !line.says("silent")
                        && !names(answer, asked.things().get(id))) faults.add("does not show it");
        faults.addAll(leaks(asked, answer));
        return faults;
    }

    private static boolean names(Answer answer, @org.jspecify.annotations.Nullable Thing thing) {
        return thing != null
                && (thing.words().isEmpty()
                        || answer.text().contains(thing.words().getFirst()));
    }

    /** Ids and names of what this player may not see. */
    List<String> leaks(Case asked, Answer answer) {
        var faults = new ArrayList<String>();
        var excused = excused(asked);
        for (var thing : fixture.things) {
            if (asked.things().containsValue(thing) || asked.player().sees(thing, oracle)) continue;
            if (thing.unit() != null && thing.kind().equals("unit") && excused.contains(thing.unit())) continue;
            if (answer.text().contains(thing.id())) faults.add("shows the id of a " + thing.kind() + " out of reach");
            for (var word : thing.words())
                if (answer.text().contains(word)) faults.add("shows " + word + " out of reach");
        }
        var known =
                beyond.computeIfAbsent(asked.player(), player -> oracle.beyond(unit -> player.reaches(unit, oracle)));
        ID.matcher(answer.text())
                .results()
                .map(found -> UUID.fromString(found.group()))
                .filter(known::contains)
                .filter(id -> asked.things().values().stream()
                        .noneMatch(thing -> thing.id().equals(id.toString())))
                .filter(id -> !excused.contains(oracle.unit(id)))
                .findFirst()
                .ifPresent(id -> faults.add("shows ids of the register out of reach, such as " + id));
        return faults;
    }

    /** Units that may be named all the same: those of the player's own posts, and where the table says so the one above, or, where no record is named, all above those. */
    private Set<Long> excused(Case asked) {
        var excused = new HashSet<Long>();
        var actor = asked.player().actor();
        if (actor != null)
            actor.posts().stream()
                    .map(Actor.Post::unitId)
                    .filter(java.util.Objects::nonNull)
                    .forEach(id -> excused.add(oracle.unit(id)));
        if (asked.line().says("above") && asked.things().isEmpty())
            for (var unit : fixture.of("unit"))
                if (unit.unit() != null
                        && Set.copyOf(excused).stream().anyMatch(own -> oracle.isWithin(own, unit.unit())))
                    excused.add(unit.unit());
        if (asked.line().says("above"))
            for (var thing : asked.things().values())
                for (var unit : fixture.of("unit"))
                    if (thing.unit() != null && unit.unit() != null && oracle.isParent(unit.unit(), thing.unit()))
                        excused.add(unit.unit());
        return excused;
    }

    /** A list shows every row of the fixture in reach, and counts as the oracle does. */
    List<String> list(Case asked, Answer answer) {
        var faults = new ArrayList<String>();
        var player = asked.player();
        if (player.cell() && asked.line().scoped() != Scoped.MINE) return faults;
        for (var thing : fixture.of(asked.line().rows()))
            if (asked.things().isEmpty()
                    && asked.form().isEmpty()
                    && player.sees(thing, oracle)
                    && !names(answer, thing)) faults.add("leaves out " + thing.words());
        return faults;
    }

    List<String> figures(Case asked, Answer answer) {
        var faults = new ArrayList<String>();
        var named = asked.things().values().stream().findFirst();
        var top = named.isPresent() ? named.get().unit() : asked.player().unit();
        if (top == null
                || asked.form().startsWith("q=")
                || asked.player().reach().equals("SELF")) return faults;
        asked.line().figures().forEach((path, what) -> {
            var figure = Figures.read(answer.model(), path);
            var right = oracle.count(what, top, asked.player().reach().equals("OWN"));
            if (figure != right) faults.add("says %s %s where there are %s".formatted(path, figure, right));
        });
        return faults;
    }
}
