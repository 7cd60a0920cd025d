package org.uniongrid.casework.handling;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.casework.CaseKinds;
import org.uniongrid.casework.CaseRule;
import org.uniongrid.casework.Grade;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.organisation.EmployerDirectory;

/** Puts right what a case is about, and says which cases belong together. */
@Component
class FactsDesk {

    private final OpenCases cases;
    private final CaseKinds kinds;
    private final EmployerDirectory employers;
    private final Relations relations;
    private final AuditTrail trail;

    FactsDesk(OpenCases cases, CaseKinds kinds, EmployerDirectory employers, Relations relations, AuditTrail trail) {
        this.cases = cases;
        this.kinds = kinds;
        this.employers = employers;
        this.relations = relations;
        this.trail = trail;
    }

    /** As they should stand. */
    record Facts(UUID kind, Grade grade, int heads, String employer, String reason) {}

    @Transactional
    public void change(Actor actor, UUID id, Facts now) {
        var open = cases.lock(actor, id);
        CaseRule.HEADS_ARE_AT_LEAST_THOSE_NAMED.require(
                now.heads() >= open.file().claimants());
        var kind = kinds.find(now.kind());
        CaseRule.KIND_IS_OFFERED.require(
                !kind.ended() || kind.id() == open.file().kind().id());
        cases.kind(actor, open, kind, now.reason());
        cases.grade(actor, open, now.grade(), now.reason());
        cases.heads(actor, open, now.heads(), now.reason());
        if (now.employer().isEmpty()) return;
        var known = employers.withWords(now.employer(), actor.reach("organisation.employer.read")).stream()
                .filter(one -> one.name().equals(now.employer()))
                .findFirst()
                .map(EmployerDirectory.Found::id);
        cases.employer(actor, open, known.orElse(null), now.employer(), now.reason());
    }

    /** With another case of the same union, by its number. */
    @Transactional
    public void relate(Actor actor, UUID id, String number, boolean same) {
        var open = cases.lock(actor, id);
        var other = relations.numbered(open.matter(), number, actor);
        CaseRule.RELATED_TO_ANOTHER_CASE.require(other != open.file().id());
        relations.add(actor, open.file(), other, same);
        trail.add(
                actor,
                Deed.of(
                                "casework.relate",
                                "casework.case",
                                open.matter().publicId(),
                                open.matter().label())
                        .because(number));
    }

    @Transactional
    public void part(Actor actor, UUID id, UUID other) {
        var open = cases.lock(actor, id);
        relations.remove(open.file(), cases.file(cases.inside(actor, other)));
        trail.add(
                actor,
                Deed.of(
                        "casework.part",
                        "casework.case",
                        open.matter().publicId(),
                        open.matter().label()));
    }
}
