package org.uniongrid.matter.links;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterKinds;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Task;
import org.uniongrid.matter.Tasks;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;

/** Where links are sent, by those who see a matter and want its step done. */
@Component
class LinkDesk {

    static final String SUBJECT = "matter.link";

    private final MatterKinds kinds;
    private final Matters matters;
    private final Tasks tasks;
    private final LinkBook book;
    private final LinkNotices.Sender sender;
    private final Identities identities;
    private final AuditTrail trail;

    LinkDesk(
            MatterKinds kinds,
            Matters matters,
            Tasks tasks,
            LinkBook book,
            LinkNotices.Sender sender,
            Identities identities,
            AuditTrail trail) {
        this.kinds = kinds;
        this.matters = matters;
        this.tasks = tasks;
        this.book = book;
        this.sender = sender;
        this.identities = identities;
        this.trail = trail;
    }

    /** A step that waits, and those who may get a link to it from this sender. */
    record Waiting(Task task, List<LinkBook.Candidate> people) {}

    /** Nobody sends a link to themselves. */
    List<Waiting> waiting(Actor actor, Matter matter) {
        if (!kinds.of(matter.kind()).mayGoByLink()) return List.of();
        return tasks.open(matter).stream()
                .filter(task -> task.maySendLink(matter, actor))
                .map(task -> new Waiting(
                        task,
                        book.candidates(task).stream()
                                .filter(one -> one.personId() != actor.personId())
                                .toList()))
                .toList();
    }

    /** @return where the link leads, to be handed over; empty where it was sent */
    @Transactional
    public Optional<String> send(Actor actor, UUID id, UUID tenure) {
        var matter = matters.find(id, actor);
        var found = waiting(actor, matter).stream()
                .flatMap(waiting -> waiting.people().stream()
                        .filter(one -> one.tenure().equals(tenure))
                        .map(one -> new Choice(waiting.task(), one)))
                .findFirst()
                .orElseThrow(() -> new RuleBroken(LinkRule.LINK_GOES_TO_WHO_HAS_THE_STEP));
        var person = found.to();
        if (identities.having(IdentityField.PHONE, List.of(person.personId())).isEmpty())
            throw new RuleBroken(LinkRule.LINK_GOES_TO_A_PHONE, person.name());
        var token = Secret.fresh();
        var link = book.add(matter, found.task(), person, Secret.hash(token), sender.life(), actor.personId());
        trail.add(
                actor,
                Deed.of("matter.link.send", SUBJECT, link, matter.label()).about(person.personId()));
        var path = LinkedTaskController.PATH + "/" + token;
        if (!sender.knowsItsAddress()) return Optional.of(path);
        sender.send(link, person.personId(), path);
        return Optional.empty();
    }

    private record Choice(Task task, LinkBook.Candidate to) {}
}
