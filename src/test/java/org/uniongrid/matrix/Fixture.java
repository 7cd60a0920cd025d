package org.uniongrid.matrix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.matrix.Kinds.Spot;

/** One city with a district, its street and its neighbour, another city, and in each of them a record of every kind. */
final class Fixture {

    private static @Nullable Fixture built;

    final Oracle oracle;
    final List<Player> players;
    /** Those that could be recognised where they do not belong. */
    final List<Thing> things = new ArrayList<>();

    private final Kinds kinds;
    private final Map<Position, Spot> spots = new EnumMap<>(Position.class);
    private final Map<String, Thing> byPlace = new HashMap<>();

    /** The same for all tests of a run: they change nothing. */
    static synchronized Fixture of(ApplicationContext house) {
        if (built == null) built = new Fixture(house);
        return built;
    }

    private Fixture(ApplicationContext house) {
        var union = house.getBean(Union.class);
        var db = house.getBean(JdbcClient.class);
        kinds = new Kinds(house);
        var people = new People(union, db);
        var city = union.city();
        var east = union.district(city, "矩东");
        put(people, Position.PARENT, city);
        put(people, Position.OWN, east);
        put(people, Position.SIBLING, union.district(city, "矩西"));
        put(people, Position.CHILD, union.street(east, "矩南"));
        put(people, Position.ELSEWHERE, union.district(union.city(), "矩北"));
        for (var spot : spots.values()) for (var kind : kinds.keys()) keep(kinds.make(kind, spot));
        players = new Players(house, people, spots).all();
        for (var player : players) if (player.actor() != null && player.actor().personId() > 0) owns(player, east);
        oracle = new Oracle(db, LocalDate.now(house.getBean(java.time.Clock.class)));
    }

    private void put(People people, Position position, Union.Unit unit) {
        var person = people.appointed("union-chair", unit);
        spots.put(position, new Spot(position, unit, person.id(), person.name()));
    }

    private void owns(Player player, Union.Unit unit) {
        var mine = new Spot(Position.MINE, unit, player.person(), player.name());
        for (var kind : kinds.keys())
            if (kinds.isMine(kind)) {
                var thing = kinds.make(kind, mine);
                if (thing == null) continue;
                if (!thing.words().isEmpty()) things.add(thing);
                byPlace.put(kind + Position.MINE + player.name(), thing);
            }
    }

    private void keep(@Nullable Thing thing) {
        if (thing == null) return;
        if (!thing.words().isEmpty()) things.add(thing);
        byPlace.put(thing.kind() + thing.position(), thing);
    }

    /** Nothing where the player can have no such record. */
    @Nullable
    Thing thing(String kind, Position position, Player player) {
        return position == Position.MINE
                ? byPlace.get(kind + Position.MINE + player.name())
                : byPlace.get(kind + position);
    }

    boolean isMine(String kind) {
        return kinds.isMine(kind);
    }

    Union.Unit unit(Position position) {
        var spot = spots.get(position);
        if (spot == null) throw new NoSuchElementException(position.name());
        return spot.unit();
    }

    List<Thing> of(String kind) {
        return things.stream().filter(thing -> thing.kind().equals(kind)).toList();
    }
}
