package org.uniongrid.matrix;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.matrix.Kinds.Spot;
import org.uniongrid.matrix.People.Person;

/** Everybody who tries every door: each role of the database, and those whose posts are over, to come, two or none. */
final class Players {

    private static final String SINCE = "daterange(current_date - 9, null)";

    private final ApplicationContext house;
    private final People people;
    private final JdbcClient db;
    private final Map<String, Set<String>> permissions = new HashMap<>();
    private final Map<String, String> reaches = new HashMap<>();
    private final List<Player> all = new ArrayList<>();

    Players(ApplicationContext house, People people, Map<Position, Spot> spots) {
        this.house = house;
        this.people = people;
        this.db = house.getBean(JdbcClient.class);
        var east = Objects.requireNonNull(spots.get(Position.OWN)).unit();
        var city = Objects.requireNonNull(spots.get(Position.PARENT)).unit();
        var street = Objects.requireNonNull(spots.get(Position.CHILD)).unit();
        db.sql("select key, reach, permissions from organisation.role where name is null order by id")
                .query(row -> {
                    var key = row.getString(1);
                    reaches.put(key, row.getString(2));
                    permissions.put(key, Set.of((String[]) row.getArray(3).getArray()));
                    add(key, key, row.getString(2).equals("CELL") ? null : east);
                });
        add("cadre of the city", "federation-cadre", city);
        add("cadre of a street", "federation-cadre", street);
        posted("no post", people.person(), "", null, actor -> actor);
        posted("post ended", holding("federation-cadre", east, "daterange(current_date - 9, current_date)"));
        posted("post to come", holding("federation-cadre", east, "daterange(current_date + 1, null)"));
        var outside = holding("federation-cadre", guest(), SINCE);
        posted("post in a guest unit", outside, "federation-cadre", null, actor -> actor);
        reaching("OWN", east, new Reach.Units(List.of(), List.of(east.scope())));
        reaching("SELF", east, new Reach.Self(0));
        var two = holding("federation-cadre", east, SINCE);
        people.appoint(two, "federation-cadre", city, SINCE);
        posted("two posts, the narrow one chosen", two, "federation-cadre", east, actor -> choose(actor, east));
        var weak = holding("union-chair", east, SINCE);
        people.appoint(weak, "federation-cadre", city, SINCE);
        posted("two posts, the weak one chosen", weak, "union-chair", east, actor -> choose(actor, east));
        posted("post, not chosen", holding("federation-cadre", city, SINCE), "", null, Players::unchosen);
        worker(holding("federation-cadre", city, SINCE));
        all.add(new Player("a job", Actor.system("job"), null, Set.of(), "CELL", null));
        all.add(new Player("nobody", null, null, Set.of(), "SELF", null));
    }

    List<Player> all() {
        return List.copyOf(all);
    }

    /** Signed in by phone, where the post that they hold at a desk opens nothing. */
    private void worker(Person person) {
        var actor = Actor.worker(person.id(), person.name());
        all.add(new Player("worker", actor, null, Set.of(Actor.WORKER), "SELF", null));
    }

    private void add(String name, String role, Union.@Nullable Unit unit) {
        posted(name, people.appointed(role, unit), role, unit, actor -> actor);
    }

    private void posted(String name, Person person) {
        posted(name, person, "", null, actor -> actor);
    }

    /** Expected is what follows from this role in this unit; without a role nothing is. */
    private void posted(
            String name, Person person, String role, Union.@Nullable Unit unit, UnaryOperator<Actor> choice) {
        all.add(new Player(
                name,
                choice.apply(people.actor(person)),
                account(people.account(person)),
                permissions.getOrDefault(role, Set.of()),
                reach(role, unit),
                unit == null ? null : unit.id()));
    }

    private String reach(String role, Union.@Nullable Unit unit) {
        var reach = reaches.getOrDefault(role, "SELF");
        return unit == null && !reach.equals("CELL") ? "SELF" : reach;
    }

    /** One whose role reaches otherwise than those that are built in. */
    private void reaching(String kind, Union.Unit unit, Reach reach) {
        var person = people.appointed("federation-cadre", unit);
        all.add(new Player(
                "post that reaches " + kind,
                choose(people.actor(person), reach),
                account(people.account(person)),
                permissions.getOrDefault("federation-cadre", Set.of()),
                kind,
                unit.id()));
    }

    private static Actor choose(Actor actor, Reach reach) {
        var post = actor.posts().getFirst();
        var other = new Actor.Post(
                post.id(),
                post.role(),
                post.title(),
                post.unitId(),
                post.unitName(),
                post.scope(),
                reach,
                post.permissions());
        return new Actor(actor.personId(), actor.name(), List.of(other), other);
    }

    private Person holding(String role, Union.Unit unit, String during) {
        return people.appoint(people.person(), role, unit, during);
    }

    private Union.Unit guest() {
        var id = db.sql("""
                        insert into organisation.unit (category, name, search) values ('GUEST', '矩宾法院', '') returning id
                        """).query(Long.class).single();
        return new Union.Unit(id, new UUID(0, 0), "", "", new org.uniongrid.foundation.Scope("/"));
    }

    private static Actor choose(Actor actor, Union.Unit unit) {
        var chosen = actor.posts().stream()
                .filter(post -> unit.publicId().equals(post.unitId()))
                .findFirst()
                .orElseThrow();
        return new Actor(actor.personId(), actor.name(), actor.posts(), chosen);
    }

    private static Actor unchosen(Actor actor) {
        return new Actor(actor.personId(), actor.name(), actor.posts(), null);
    }

    /** As sign-in finds it; its type is none of our business. */
    private @Nullable Object account(UUID id) {
        try {
            var accounts = house.getBean("org.uniongrid.access.Accounts");
            Method byId = accounts.getClass().getDeclaredMethod("byId", UUID.class);
            byId.setAccessible(true);
            return ((Optional<?>) Objects.requireNonNull(byId.invoke(accounts, id))).orElse(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
