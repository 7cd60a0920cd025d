package org.uniongrid.matrix;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One way to ask one endpoint: the records that are named, and what else is sent. */
record Case(Line line, Player player, String form, String label, Map<String, Thing> things) {

    /** All ways: every record in every place, and each of several records elsewhere while the others are in reach. */
    static List<Case> of(Line line, Player player, Fixture fixture) {
        var cases = new ArrayList<Case>();
        if (line.says("account") && player.actor() != null && player.account() == null) return cases;
        for (var form : line.forms()) {
            var kinds = line.kinds(form);
            if (kinds.isEmpty()) cases.add(new Case(line, player, form, "", Map.of()));
            else {
                for (var position : positions(kinds, fixture))
                    add(cases, new Case(line, player, form, position.name(), all(kinds, position, player, fixture)));
                if (kinds.size() > 1) mixed(cases, new Case(line, player, form, "", Map.of()), kinds, fixture);
            }
        }
        return cases;
    }

    private static void mixed(List<Case> cases, Case like, List<String> kinds, Fixture fixture) {
        for (var away : kinds) {
            var things = all(kinds, Position.OWN, like.player(), fixture);
            for (var kind : kinds) if (fixture.isMine(kind)) put(things, kind, Position.MINE, like.player(), fixture);
            put(things, away, Position.ELSEWHERE, like.player(), fixture);
            add(cases, new Case(like.line(), like.player(), like.form(), away + " ELSEWHERE", things));
        }
    }

    private static void add(List<Case> cases, Case one) {
        if (one.things().size() == one.line().kinds(one.form()).size()) cases.add(one);
    }

    private static Set<Position> positions(List<String> kinds, Fixture fixture) {
        var positions = EnumSet.allOf(Position.class);
        if (kinds.stream().noneMatch(fixture::isMine)) positions.remove(Position.MINE);
        return positions;
    }

    private static Map<String, Thing> all(List<String> kinds, Position position, Player player, Fixture fixture) {
        var things = new HashMap<String, Thing>();
        for (var kind : kinds) {
            var at = position == Position.MINE && !fixture.isMine(kind) ? Position.OWN : position;
            put(things, kind, at, player, fixture);
        }
        return things;
    }

    private static void put(Map<String, Thing> things, String kind, Position position, Player player, Fixture fixture) {
        var thing = fixture.thing(kind, position, player);
        if (thing != null) things.put(kind, thing);
    }

    /** Those of the records that this player may not see through this endpoint. */
    Set<String> hidden(Oracle oracle) {
        return things.entrySet().stream()
                .filter(thing -> thing.getValue().scoped() != Scoped.ANY)
                .filter(thing -> !player.sees(thing.getValue(), line.scoped(), oracle))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Case withMadeUp(Set<String> kinds) {
        var others = new HashMap<>(things);
        others.replaceAll((kind, thing) -> kinds.contains(kind) ? thing.madeUp() : thing);
        return new Case(line, player, form, label, others);
    }

    Case with(String more) {
        return new Case(line, player, form.isEmpty() ? more : form + "&" + more, label, things);
    }

    Answer ask(Caller caller) {
        return caller.ask(line.verb(), line.path(things), Line.filled(form, things), player);
    }

    @Override
    public String toString() {
        return "%s by %s%s%s"
                .formatted(line, player, label.isEmpty() ? "" : " on " + label, form.isEmpty() ? "" : " with " + form);
    }
}
