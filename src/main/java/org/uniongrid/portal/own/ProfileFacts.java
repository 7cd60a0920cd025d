package org.uniongrid.portal.own;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.OwnData;
import org.uniongrid.people.Profile;
import org.uniongrid.people.WorkerClass;
import org.uniongrid.web.Said;

/** A profile as its person reads it. */
final class ProfileFacts {

    static final String TITLE = "portal.data.self";

    private ProfileFacts() {}

    static OwnData.Fact name(String name) {
        return OwnData.Fact.of("portal.data.name", name);
    }

    static OwnData.Fact number(IdentityField field, String value) {
        return OwnData.Fact.of("identity." + field.key(), value);
    }

    static List<OwnData.Fact> of(Profile it) {
        var facts = new ArrayList<OwnData.Fact>();
        add(facts, "member.sex", it.sex() == null ? null : it.sex().key());
        if (it.birthYear() != null) facts.add(OwnData.Fact.of("near.birth", String.valueOf(it.birthYear())));
        add(
                facts,
                "member.document",
                it.document() == null ? null : it.document().key());
        add(
                facts,
                "member.schooling",
                it.schooling() == null ? null : it.schooling().key());
        add(facts, "member.skill", it.skill() == null ? null : it.skill().key());
        add(
                facts,
                "member.household",
                it.household() == null ? null : it.household().key());
        if (it.workerClass() != null)
            facts.add(
                    new OwnData.Fact(Said.of("roll.class"), Said.of(new WorkerClass(it.workerClass(), false).name())));
        add(
                facts,
                "member.employment",
                it.employment() == null ? null : it.employment().key());
        return facts;
    }

    private static void add(List<OwnData.Fact> facts, String label, @Nullable String value) {
        if (value != null) facts.add(new OwnData.Fact(Said.of(label), Said.of(value)));
    }
}
