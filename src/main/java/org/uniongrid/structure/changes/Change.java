package org.uniongrid.structure.changes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.NewUnion;

/** What somebody wants to change in the tree, by public ids. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Create.class, name = "CREATE"),
    @JsonSubTypes.Type(value = Change.Rename.class, name = "RENAME"),
    @JsonSubTypes.Type(value = Change.Move.class, name = "MOVE"),
    @JsonSubTypes.Type(value = Change.Merge.class, name = "MERGE"),
    @JsonSubTypes.Type(value = Change.Split.class, name = "SPLIT"),
    @JsonSubTypes.Type(value = Change.Suspend.class, name = "SUSPEND"),
    @JsonSubTypes.Type(value = Change.Resume.class, name = "RESUME"),
    @JsonSubTypes.Type(value = Change.Dissolve.class, name = "DISSOLVE")
})
public sealed interface Change {

    /** The unit on whose page it begins. */
    UUID unit();

    @JsonIgnore
    ChangeKind kind();

    /** A new union under this unit. */
    record Create(UUID unit, NewUnion union) implements Change {

        @Override
        public ChangeKind kind() {
            return ChangeKind.CREATE;
        }
    }

    record Rename(UUID unit, String name) implements Change {

        @Override
        public ChangeKind kind() {
            return ChangeKind.RENAME;
        }
    }

    record Move(UUID unit, UUID parent) implements Change {

        @Override
        public ChangeKind kind() {
            return ChangeKind.MOVE;
        }
    }

    /** Others are dissolved into this unit. */
    record Merge(UUID unit, List<UUID> others) implements Change {

        public Merge {
            others = List.copyOf(others);
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.MERGE;
        }
    }

    /** New unions beside this unit take over a part of what it has. */
    record Split(UUID unit, List<Part> parts) implements Change {

        public Split {
            parts = List.copyOf(parts);
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.SPLIT;
        }
    }

    /** A new union, and what goes to it. */
    record Part(String name, List<UUID> below, List<UUID> employers) {

        public Part {
            below = List.copyOf(below);
            employers = List.copyOf(employers);
        }
    }

    record Suspend(UUID unit) implements Change {

        @Override
        public ChangeKind kind() {
            return ChangeKind.SUSPEND;
        }
    }

    record Resume(UUID unit) implements Change {

        @Override
        public ChangeKind kind() {
            return ChangeKind.RESUME;
        }
    }

    /**
     * The unit is no more.
     *
     * @param heir where the unions below it go, or null where there are none
     * @param cover the union that takes over its employers, or null where they stand without one
     */
    record Dissolve(
            UUID unit, @Nullable UUID heir, @Nullable UUID cover) implements Change {

        @Override
        public ChangeKind kind() {
            return ChangeKind.DISSOLVE;
        }
    }
}
