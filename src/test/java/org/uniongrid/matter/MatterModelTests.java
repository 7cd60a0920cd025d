package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.MatterModel.Piece;
import org.uniongrid.matter.MatterModel.Place;
import org.uniongrid.matter.MatterModel.Player;
import org.uniongrid.matter.MatterModel.Try;

/** Anybody tries anything, and each time the engine lets happen what a simple model lets happen, and stands where it stands. */
@ModuleTest
class MatterModelTests {

    private static final int STEPS_OF_A_MATTER = 50;
    private static final List<Action> TRIED = List.of(
            Action.TAKE,
            Action.PUT_BACK,
            Action.HAND_OVER,
            Action.ANSWER,
            Action.REFUSE,
            Action.RETURN,
            Action.COMPLETE,
            Action.ASK_SIGNERS,
            Action.AGREE,
            Action.DISAGREE,
            Action.DISPATCH,
            Action.REPORT,
            Action.SEND_UP,
            Action.RECALL,
            Action.PAUSE,
            Action.RESUME,
            Action.COMMENT,
            Action.COPY,
            Action.URGE,
            Action.WITHDRAW,
            Action.CLOSE,
            Action.REOPEN);

    private static final Set<Action> ENDS = Set.of(Action.ANSWER, Action.REFUSE, Action.WITHDRAW);

    private final Scene scene;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Player> players = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Union.Unit> units = new ArrayList<>();
    /** How each piece stood before the try that is made now. */
    private final Map<Piece, String> lines = new IdentityHashMap<>();

    private final Actor watcher;

    MatterModelTests(Union union, AutowireCapableBeanFactory beans) {
        scene = beans.createBean(Scene.class);
        var city = place(union.city(), null);
        watcher = union.cadre(units.getFirst());
        join(watcher, city);
        var east = place(union.district(units.getFirst(), "模"), city);
        for (int i = 0; i < 4; i++) join(union.cadre(units.get(1)), east);
        var street = place(union.street(units.get(1), "模街"), east);
        for (int i = 0; i < 2; i++) join(union.cadre(units.get(2)), street);
        var shop = place(union.enterprise(units.get(2), "模店"), street);
        join(union.holder("union-chair", units.get(3)), shop);
        place(union.street(units.get(1), "模空街"), east);
        var firm = place(union.enterprise(units.get(1), "模厂"), east);
        join(union.holder("union-chair", units.get(5)), firm);
        join(union.holder("union-chair", units.get(5)), firm);
        var west = place(union.district(units.getFirst(), "模西"), city);
        join(union.cadre(units.get(6)), west);
    }

    private Place place(Union.Unit unit, @Nullable Place above) {
        units.add(unit);
        var upward = above == null ? new HashSet<UUID>() : new HashSet<>(above.upward());
        upward.add(unit.publicId());
        var place = new Place(unit.publicId(), upward);
        places.add(place);
        return place;
    }

    private void join(Actor actor, Place place) {
        actors.add(actor);
        players.add(new Player(
                actor.personId(), Objects.requireNonNull(actor.chosen()).id(), place));
    }

    @Test
    void theEngineDoesWhatTheModelDoes() {
        play(20261201, 12);
    }

    @Test
    @Tag("long")
    void theEngineDoesWhatTheModelDoesForTenThousandSteps() {
        play(7, 10_000 / STEPS_OF_A_MATTER);
    }

    private void play(long seed, int matters) {
        var random = new Random(seed);
        var done = 0;
        for (int i = 0; i < matters; i++) done += playOne(random, "seed " + seed + ", matter " + i);
        assertThat(done).as("tries that were allowed").isGreaterThan(matters * STEPS_OF_A_MATTER / 3);
    }

    private int playOne(Random random, String told) {
        var asking = players.stream()
                .filter(player -> player.place().equals(places.get(5)))
                .findFirst()
                .orElseThrow();
        var id = scene.ask(actorOf(asking), units.get(1));
        var model = new MatterModel(asking, places.get(1));
        standing(model);
        var done = 0;
        var said = new StringBuilder(told);
        for (int step = 0; step < STEPS_OF_A_MATTER; step++) {
            var one = any(random, model);
            said.append("\n").append(one.action()).append(" by ").append(players.indexOf(one.who()));
            var expected = model.does(one, withPeople());
            assertThat(tries(id, one)).as(said.toString()).isEqualTo(expected);
            assertThat(standing(id)).as(said.toString()).isEqualTo(standing(model));
            if (expected) done++;
        }
        return done;
    }

    private Set<Place> withPeople() {
        var found = new HashSet<Place>();
        players.forEach(player -> found.add(player.place()));
        return found;
    }

    /** Mostly what somebody may do, at a piece that is theirs; else anything. */
    private Try any(Random random, MatterModel model) {
        var who = players.get(random.nextInt(players.size()));
        var action = TRIED.get(random.nextInt(TRIED.size()));
        var pieces = model.pieces();
        Piece at = pieces.isEmpty() || random.nextInt(8) == 0 ? null : pieces.get(random.nextInt(pieces.size()));
        if (at != null && random.nextInt(10) > 0) {
            var piece = at;
            var theirs = players.stream().filter(piece::isOf).toList();
            if (!theirs.isEmpty()) who = theirs.get(random.nextInt(theirs.size()));
        }
        if (at != null && random.nextInt(5) > 0) {
            var likely = List.copyOf(new TreeSet<>(MatterModel.offered(at)));
            action = likely.get(random.nextInt(likely.size()));
        }
        if (ENDS.contains(action) && random.nextInt(6) > 0) action = Action.COMMENT;
        if (model.state != MatterState.OPEN) action = random.nextInt(3) == 0 ? Action.CLOSE : Action.REOPEN;
        if (Set.of(Action.COMMENT, Action.CLOSE, Action.REOPEN).contains(action)) at = null;
        var wide = random.nextInt(6) == 0;
        var place = at == null ? who.place() : at.place;
        var near = players.stream()
                .filter(player -> wide || player.place().equals(place))
                .toList();
        var self = who;
        var below = places.stream()
                .filter(unit ->
                        wide || unit.upward().size() > self.place().upward().size())
                .toList();
        var posts = some(random, near, action == Action.HAND_OVER ? 1 : 3);
        return new Try(
                who,
                action,
                at,
                posts,
                some(random, below, 2),
                random.nextInt(Math.max(1, posts.size())) + (wide ? 0 : 1));
    }

    private static <T> List<T> some(Random random, List<T> all, int most) {
        var found = new ArrayList<T>();
        if (!all.isEmpty())
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                var one = all.get(random.nextInt(all.size()));
                if (!found.contains(one)) found.add(one);
            }
        return found;
    }

    private Actor actorOf(Player player) {
        return actors.get(players.indexOf(player));
    }

    private boolean tries(UUID id, Try one) {
        var aim = new Act.Aim(
                one.posts().stream().map(Player::post).toList(),
                one.units().stream().map(Place::id).toList(),
                one.needs(),
                null,
                false,
                null);
        var task = one.at() == null ? null : rowOf(id, one.at());
        try {
            scene.desk.act(
                    actorOf(one.who()),
                    id,
                    Act.of(one.action(), task, "话语", UUID.randomUUID()).to(aim));
            return true;
        } catch (RuleBroken | NoSuchElementException refused) {
            return false;
        }
    }

    private UUID rowOf(UUID id, Piece piece) {
        return scene.tasks.undone(scene.matters.find(id, watcher)).stream()
                .filter(task -> line(task).equals(lines.getOrDefault(piece, piece.toString())))
                .map(Task::publicId)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row for " + piece));
    }

    private static String line(Task task) {
        return task.kind() + " " + task.step() + " " + task.unit() + " "
                + (task.post() == null ? "pool" : task.post().toString())
                + (task.waiting() ? " waits" : "") + (task.paused() ? " paused" : "");
    }

    private List<String> standing(UUID id) {
        var matter = scene.matters.find(id, watcher);
        var lines = new ArrayList<>(scene.tasks.undone(matter).stream()
                .map(MatterModelTests::line)
                .sorted()
                .toList());
        lines.add(matter.state() + " with " + scene.matters.timeline(matter).size());
        return lines;
    }

    private List<String> standing(MatterModel model) {
        lines.clear();
        model.pieces().forEach(piece -> lines.put(piece, piece.toString()));
        var all = new ArrayList<>(
                model.pieces().stream().map(Piece::toString).sorted().toList());
        all.add(model.state + " with " + model.entries);
        return all;
    }
}
