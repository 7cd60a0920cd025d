package org.uniongrid.foundation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How far a person may see, following from posts. The same reach holds for reading, writing, exporting, counting and
 * routing. Only {@link Units} and {@link Cell} see units and employers; whoever holds one of the others sees what is
 * theirs by name, and no part of the register.
 */
public sealed interface Reach {

    /** Whether this unit is seen, or what stands at this place. */
    default boolean sees(Scope scope) {
        return switch (this) {
            case Cell _ -> true;
            case Units units ->
                units.subtrees().stream().anyMatch(scope::isWithin)
                        || units.alone().contains(scope);
            case Self _, Matters _, Receipt _ -> false;
        };
    }

    /** Whether this unit is seen with all that stands below it. */
    default boolean seesBelow(Scope scope) {
        return switch (this) {
            case Cell _ -> true;
            case Units units -> units.subtrees().stream().anyMatch(scope::isWithin);
            case Self _, Matters _, Receipt _ -> false;
        };
    }

    /** What is seen of the subtree of a unit within reach: all of it, or the unit alone. */
    default Span under(Scope scope) {
        if (!sees(scope)) throw new IllegalArgumentException("out of reach");
        return seesBelow(scope) ? scope.subtree() : scope.alone();
    }

    /** As a parameter for {@code organisation.within(:reach)}: a path is a subtree, {@code =} before it a unit alone. */
    default String[] asArray() {
        return switch (this) {
            case Cell _ -> new String[] {Scope.CELL.path()};
            case Units units ->
                Stream.concat(
                                units.subtrees().stream().map(Scope::path),
                                units.alone().stream().map(scope -> "=" + scope.path()))
                        .toArray(String[]::new);
            case Self _, Matters _, Receipt _ -> new String[0];
        };
    }

    /** The ranges of paths that are seen; none holds what another does. */
    default List<Span> spans() {
        return switch (this) {
            case Cell _ -> List.of(Scope.CELL.subtree());
            case Units units ->
                Stream.concat(
                                units.subtrees().stream().map(Scope::subtree),
                                units.alone().stream().map(Scope::alone))
                        .toList();
            case Self _, Matters _, Receipt _ -> List.of();
        };
    }

    /**
     * Units of the affiliation line. What another of them holds already is left out.
     *
     * @param subtrees units seen with all that stands below them
     * @param alone units seen without what stands below them
     */
    record Units(List<Scope> subtrees, List<Scope> alone) implements Reach {

        /** Sees nothing at all. */
        public static final Units NONE = new Units(List.of());

        public Units {
            var all = List.copyOf(subtrees);
            subtrees = all.stream().filter(one -> !isHeld(one, all)).distinct().toList();
            alone = alone.stream()
                    .filter(one -> all.stream().noneMatch(one::isWithin))
                    .distinct()
                    .toList();
        }

        public Units(List<Scope> subtrees) {
            this(subtrees, List.of());
        }

        private static boolean isHeld(Scope one, List<Scope> all) {
            return all.stream().anyMatch(other -> !one.equals(other) && one.isWithin(other));
        }

        /** Where it begins: the units that stand below no other of them. */
        public List<Scope> tops() {
            return Stream.concat(subtrees.stream(), alone.stream()).toList();
        }
    }

    /** The whole cell: for posts that stand in no unit, such as the three administrators. */
    record Cell() implements Reach {}

    /** One's own records, as a member sees them. */
    record Self(long personId) implements Reach {}

    /** The matters that an outside body is party to, by its people and their posts there. */
    record Matters(long personId, Set<UUID> posts) implements Reach {

        public Matters {
            posts = Set.copyOf(posts);
        }
    }

    /** One anonymous case, for whoever has its receipt. */
    record Receipt(UUID id) implements Reach {}
}
