package org.uniongrid.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter as plain objects, written apart from the engine: what {@link MatterModelTests} holds the engine against. It
 * knows units as places in a tree, people with one post each, and the two steps of a general request.
 */
final class MatterModel {

    /** A unit and those above it, itself among them. */
    record Place(UUID id, Set<UUID> upward) {

        boolean isAtOrAbove(Place other) {
            return other.upward.contains(id);
        }
    }

    record Player(long person, UUID post, Place place) {}

    /** What somebody tries. */
    record Try(Player who, Action action, @Nullable Piece at, List<Player> posts, List<Place> units, int needs) {}

    static final class Piece {
        final Task.Kind kind;
        final Place place;
        final String step;
        final List<Piece> parts = new ArrayList<>();
        final Set<Long> spoke = new HashSet<>();

        @Nullable
        Player holder;

        @Nullable
        Piece parent;

        boolean paused;
        int needs;
        int asked;
        int agreed;
        int refused;

        Piece(Task.Kind kind, Place place, String step, @Nullable Player holder, @Nullable Piece parent) {
            this.kind = kind;
            this.place = place;
            this.step = step;
            this.holder = holder;
            this.parent = parent;
        }

        boolean waits() {
            return !parts.isEmpty();
        }

        boolean isOf(Player who) {
            return holder == null ? who.place().equals(place) : who.equals(holder);
        }

        /** As one line, to be held against a row of the engine. */
        @Override
        public String toString() {
            return kind + " " + step + " " + place.id() + " " + (holder == null ? "pool" : holder.post())
                    + (waits() ? " waits" : "") + (paused ? " paused" : "");
        }
    }

    final Player asker;
    final Place asked;
    final Set<Place> handlers = new HashSet<>();
    final Set<Place> copied = new HashSet<>();
    MatterState state = MatterState.OPEN;
    Piece root;
    int entries = 1;
    private boolean urged;

    MatterModel(Player asker, Place asked) {
        this.asker = asker;
        this.asked = asked;
        handlers.add(asked);
        root = new Piece(Task.Kind.STEP, asked, "handle", null, null);
    }

    List<Piece> pieces() {
        var all = new ArrayList<Piece>();
        if (state == MatterState.OPEN) gather(root, all);
        return all;
    }

    private static void gather(Piece piece, List<Piece> all) {
        all.add(piece);
        piece.parts.forEach(part -> gather(part, all));
    }

    boolean sees(Player who) {
        var parties = new HashSet<>(handlers);
        parties.addAll(copied);
        parties.add(asker.place());
        return parties.stream().anyMatch(who.place()::isAtOrAbove);
    }

    private boolean isInside(Player who) {
        return handlers.stream().anyMatch(who.place()::isAtOrAbove);
    }

    /** Whether it is allowed; where it is, it is done. */
    boolean does(Try one, Set<Place> withPeople) {
        if (!sees(one.who()) || !isRight(one, withPeople)) return false;
        apply(one);
        entries++;
        return true;
    }

    private boolean isRight(Try one, Set<Place> withPeople) {
        if (state != MatterState.OPEN)
            return one.at() == null && one.who().place().equals(asker.place()) && isRightAfterwards(one.action());
        if (one.at() == null) return isRightWithWhole(one);
        var at = one.at();
        if (!pieces().contains(at) || !at.isOf(one.who()) || at.kind == Task.Kind.SIGN && at.holder == null)
            return false;
        if (judges(one.action()) && one.who().person() == asker.person() && !at.step.equals("amend")) return false;
        return offered(at).contains(one.action()) && isAimed(one, at, withPeople);
    }

    private boolean isRightAfterwards(Action action) {
        return action == Action.CLOSE && state == MatterState.ANSWERED
                || action == Action.REOPEN && state != MatterState.WITHDRAWN;
    }

    private boolean isRightWithWhole(Try one) {
        return switch (one.action()) {
            case COMMENT -> true;
            case URGE -> !urged && pieces().stream().noneMatch(piece -> !piece.waits() && piece.isOf(one.who()));
            case WITHDRAW -> one.who().place().equals(asker.place());
            case COPY ->
                isInside(one.who())
                        && !one.units().isEmpty()
                        && one.units().stream().allMatch(unit -> mayAddress(one.who(), unit));
            default -> false;
        };
    }

    private static boolean mayAddress(Player who, Place unit) {
        return !unit.equals(who.place()) && (who.place().isAtOrAbove(unit) || unit.isAtOrAbove(who.place()));
    }

    private static boolean judges(Action action) {
        return !Set.of(Action.PUT_BACK, Action.COMPLETE, Action.SEND_UP, Action.RECALL, Action.RESUME)
                .contains(action);
    }

    static Set<Action> offered(Piece at) {
        if (at.paused) return Set.of(Action.RESUME, Action.HAND_OVER);
        if (at.waits()) return Set.of(Action.RECALL);
        if (at.kind == Task.Kind.SIGN) return Set.of(Action.AGREE, Action.DISAGREE);
        var offered = new HashSet<>(Set.of(at.holder == null ? Action.TAKE : Action.PUT_BACK, Action.HAND_OVER));
        if (at.kind == Task.Kind.DISPATCH)
            offered.addAll(Set.of(Action.REPORT, Action.SEND_UP, Action.ASK_SIGNERS, Action.DISPATCH));
        else if (at.step.equals("amend")) offered.add(Action.COMPLETE);
        else
            offered.addAll(Set.of(
                    Action.ANSWER, Action.REFUSE, Action.RETURN, Action.ASK_SIGNERS, Action.DISPATCH, Action.PAUSE));
        return offered;
    }

    private boolean isAimed(Try one, Piece at, Set<Place> withPeople) {
        return switch (one.action()) {
            case HAND_OVER ->
                one.posts().size() == 1
                        && one.posts().getFirst().place().equals(at.place)
                        && !one.posts().getFirst().equals(at.holder);
            case ASK_SIGNERS ->
                !one.posts().isEmpty()
                        && !one.posts().contains(one.who())
                        && one.posts().stream().allMatch(post -> post.place().equals(at.place))
                        && one.needs() >= 1
                        && one.needs() <= one.posts().size();
            case DISPATCH ->
                !one.units().isEmpty()
                        && one.units().stream()
                                .allMatch(unit -> !unit.equals(asker.place())
                                        && !unit.equals(at.place)
                                        && one.who().place().isAtOrAbove(unit)
                                        && withPeople.contains(unit));
            case AGREE, DISAGREE ->
                at.parent != null && !at.parent.spoke.contains(one.who().person());
            default -> true;
        };
    }

    private void apply(Try one) {
        var at = one.at();
        switch (one.action()) {
            case URGE -> urged = true;
            case COPY -> copied.addAll(one.units());
            case WITHDRAW -> state = MatterState.WITHDRAWN;
            case ANSWER -> state = MatterState.ANSWERED;
            case REFUSE -> state = MatterState.REFUSED;
            case CLOSE -> state = MatterState.CLOSED;
            case REOPEN, COMPLETE -> {
                state = MatterState.OPEN;
                root = new Piece(Task.Kind.STEP, asked, "handle", null, null);
            }
            case RETURN -> root = new Piece(Task.Kind.STEP, asker.place(), "amend", null, null);
            case COMMENT -> {}
            default -> move(one, Objects.requireNonNull(at));
        }
    }

    private void move(Try one, Piece at) {
        switch (one.action()) {
            case TAKE -> at.holder = one.who();
            case PUT_BACK -> at.holder = null;
            case HAND_OVER -> at.holder = one.posts().getFirst();
            case PAUSE, RESUME -> at.paused = one.action() == Action.PAUSE;
            case ASK_SIGNERS -> {
                own(one, at);
                at.needs = one.needs();
                at.asked = one.posts().size();
                for (var post : one.posts()) at.parts.add(new Piece(Task.Kind.SIGN, at.place, at.step, post, at));
            }
            case DISPATCH -> {
                own(one, at);
                for (var unit : one.units()) at.parts.add(new Piece(Task.Kind.DISPATCH, unit, at.step, null, at));
                handlers.addAll(one.units());
            }
            case RECALL -> at.parts.clear();
            case AGREE, DISAGREE -> speak(one, Objects.requireNonNull(at.parent), at);
            default -> Objects.requireNonNull(at.parent).parts.remove(at);
        }
    }

    private static void own(Try one, Piece at) {
        if (at.holder == null) at.holder = one.who();
        at.spoke.clear();
        at.agreed = 0;
        at.refused = 0;
    }

    private static void speak(Try one, Piece parent, Piece at) {
        parent.parts.remove(at);
        parent.spoke.add(one.who().person());
        if (one.action() == Action.AGREE) parent.agreed++;
        else parent.refused++;
        if (parent.agreed >= parent.needs || parent.refused > parent.asked - parent.needs) parent.parts.clear();
    }
}
