package org.uniongrid.structure;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that happened to units of the tree; by their public ids. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UnitDissolved.class, name = "dissolved"),
    @JsonSubTypes.Type(value = UnitMoved.class, name = "moved"),
    @JsonSubTypes.Type(value = UnitRenamed.class, name = "renamed"),
    @JsonSubTypes.Type(value = UnitSplit.class, name = "split"),
    @JsonSubTypes.Type(value = UnitsMerged.class, name = "merged")
})
public sealed interface UnitEvent permits UnitDissolved, UnitMoved, UnitRenamed, UnitSplit, UnitsMerged {}
