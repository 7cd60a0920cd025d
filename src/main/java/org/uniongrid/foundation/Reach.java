package org.uniongrid.foundation;

import java.util.List;

/**
 * How far a person may see, following from posts. The same reach holds for reading, writing, exporting, counting and
 * routing. A reach that names no unit sees nothing.
 */
public sealed interface Reach {

    /** The scopes seen, each with all that stands below it. */
    List<Scope> scopes();

    default boolean sees(Scope scope) {
        return scopes().stream().anyMatch(scope::isWithin);
    }

    /** As a parameter for {@code organisation.within(:reach)}. */
    default String[] asArray() {
        return scopes().stream().map(Scope::path).toArray(String[]::new);
    }

    /** Whole subtrees of the affiliation line. */
    record Units(List<Scope> scopes) implements Reach {

        /** Sees nothing at all. */
        public static final Units NONE = new Units(List.of());

        public Units {
            scopes = List.copyOf(scopes);
        }
    }

    /** The whole cell: for posts that stand in no unit, such as the three administrators. */
    record Cell() implements Reach {

        @Override
        public List<Scope> scopes() {
            return List.of(Scope.CELL);
        }
    }
}
