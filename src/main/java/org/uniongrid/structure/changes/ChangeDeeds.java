package org.uniongrid.structure.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.organisation.TreeStep;

/** What the audit trail says of changes, and who is told. */
@Component
class ChangeDeeds {

    private static final String SUBJECT = "structure.change";

    private final AuditTrail trail;
    private final Notices notices;

    ChangeDeeds(AuditTrail trail, Notices notices) {
        this.trail = trail;
        this.notices = notices;
    }

    /** It was decided. Whoever loses a post with it is named and told. */
    void decided(Actor actor, UUID id, Plan plan, Effects effects, ChangeDesk.@Nullable Asked asked) {
        var order = plan.order();
        var deed = new Deed(
                        "structure.change." + order.change().kind().path(),
                        SUBJECT,
                        id,
                        Changes.subjectName(plan),
                        null,
                        order.reason(),
                        List.of())
                .with("effective-on", null, order.day().toString())
                .with("paper", null, order.paper());
        if (asked != null)
            deed = deed.with("asked-by", null, asked.unit() + " · " + asked.person())
                    .with("matter", null, asked.matter());
        trail.add(actor, withChange(deed, plan));
        for (var post : effects.ended().posts())
            if (post.personId() != null) ended(actor, post, post.personId(), id, order.day());
    }

    private static Deed withChange(Deed deed, Plan plan) {
        return switch (plan.order().change()) {
            case Change.Rename it -> deed.with("change-name", plan.subject().name(), it.name());
            case Change.Move it ->
                deed.with(
                        "change-parent",
                        plan.above() == null ? null : plan.above().name(),
                        plan.units().values().stream()
                                .filter(unit -> unit.publicId().equals(it.parent()))
                                .map(Below::name)
                                .findFirst()
                                .orElse(null));
            case Change.Create _, Change.Split _ -> deed.with("units-founded", null, names(plan));
            case Change.Merge _ -> deed.with("units-merged", null, names(plan));
            case Change.Dissolve _, Change.Suspend _, Change.Resume _ -> deed;
        };
    }

    /** Of those that begin or end with it. */
    private static String names(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step instanceof TreeStep.Found || step instanceof TreeStep.End)
                .map(step -> plan.name(step.unit()))
                .collect(Collectors.joining(", "));
    }

    private void ended(Actor actor, Effects.Post post, long person, UUID change, LocalDate day) {
        trail.add(
                actor,
                Deed.of("structure.tenure.end", SUBJECT, change, post.unit() + " · " + post.title())
                        .about(person)
                        .with("tenure-until", null, day.toString()));
        notices.tell(Notice.of("organisation.tenure-ended:" + UUID.randomUUID(), "organisation.tenure-ended", person)
                .with("post", post.unit() + " · " + post.title())
                .with("day", day.toString()));
    }

    void takenBack(Actor actor, Decided change, String reason) {
        trail.add(
                actor,
                new Deed(
                                "structure.change."
                                        + change.state().takenBack().name().toLowerCase(Locale.ROOT),
                                SUBJECT,
                                change.publicId(),
                                change.subjectName(),
                                null,
                                reason,
                                List.of())
                        .with("effective-on", change.effectiveOn().toString(), null));
    }
}
