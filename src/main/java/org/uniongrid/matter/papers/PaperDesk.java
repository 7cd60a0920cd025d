package org.uniongrid.matter.papers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Papers;
import org.uniongrid.matter.Timeline;

/** Where papers are added to matters, given out and taken back. */
@Component
class PaperDesk implements Papers {

    private static final String SUBJECT = "matter.paper";

    private final Matters matters;
    private final Timeline timeline;
    private final Customs customs;
    private final PaperBook book;
    private final PaperFiles files;
    private final AuditTrail trail;
    private final Limits limits;

    PaperDesk(
            Matters matters,
            Timeline timeline,
            Customs customs,
            PaperBook book,
            PaperFiles files,
            AuditTrail trail,
            Limits limits) {
        this.matters = matters;
        this.timeline = timeline;
        this.customs = customs;
        this.book = book;
        this.files = files;
        this.trail = trail;
        this.limits = limits;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Shelf of(Matter matter) {
        return new Shelf(book.of(matter), limits);
    }

    /** Nothing is laid down before all have passed. */
    @Override
    public List<Accepted> accept(List<Sent> sent) {
        requireRoom(
                sent.size(),
                sent.stream().mapToLong(file -> file.content().length).sum());
        var passed = sent.stream().map(customs::pass).toList();
        return passed.stream()
                .map(file -> new Accepted(
                        file.name(), file.type().name(), file.content().length, files.keep(file.content())))
                .toList();
    }

    @Override
    @Transactional
    public void attach(Actor actor, UUID id, List<Accepted> accepted, boolean inside, UUID key) {
        if (accepted.isEmpty()) return;
        var found = timeline.begin(actor, id, keyOf(key));
        if (found.isEmpty()) return;
        enclose(actor, found.get(), accepted, inside);
        timeline.tell(actor, found.get(), inside);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void enclose(Actor actor, Matter matter, List<Accepted> accepted, boolean inside) {
        if (accepted.isEmpty()) return;
        PaperRule.ONLY_HANDLERS_KEEP_PAPERS_INSIDE.require(!inside || matter.inside());
        var there = book.sum(matter);
        requireRoom(
                there.count() + accepted.size(),
                there.bytes() + accepted.stream().mapToLong(Accepted::size).sum());
        for (var file : accepted) {
            var paper = book.add(matter, file, inside, actor);
            timeline.enter(actor, matter, Action.ATTACH, file.name(), inside);
            trail.add(actor, Deed.of("matter.paper.add", SUBJECT, paper, matter.label()));
        }
    }

    /** The key of the form may have made the matter itself. */
    private static UUID keyOf(UUID form) {
        return UUID.nameUUIDFromBytes((form + " papers").getBytes(StandardCharsets.US_ASCII));
    }

    private void requireRoom(int count, long bytes) {
        if (count > limits.most() || bytes > (long) limits.matterMegabytes() << 20)
            throw new RuleBroken(PaperRule.PAPERS_FIT_IN, limits.most(), limits.matterMegabytes());
    }

    @Override
    @Transactional
    public Given give(Actor actor, UUID id, UUID paper) {
        var matter = matters.find(id, actor);
        var kept = book.find(matter, paper);
        var content = files.read(kept.hash());
        trail.add(actor, Deed.of("matter.paper.read", SUBJECT, kept.publicId(), matter.label()));
        return new Given(kept.name(), kept.type().mediaType(), kept.type().isShown(), content);
    }

    @Transactional
    public void remove(Actor actor, UUID id, UUID paper, UUID key) {
        var shown = book.find(matters.find(id, actor), paper);
        PaperRule.WHO_ADDED_IT_TAKES_IT_BACK.require(actor.isAbout(shown.personId()));
        var found = timeline.begin(actor, id, keyOf(key));
        if (found.isEmpty()) return;
        var matter = found.get();
        book.remove(book.find(matter, paper).publicId());
        timeline.enter(actor, matter, Action.DETACH, shown.name(), shown.inside());
        trail.add(actor, Deed.of("matter.paper.remove", SUBJECT, paper, matter.label()));
    }
}
