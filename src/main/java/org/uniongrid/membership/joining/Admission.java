package org.uniongrid.membership.joining;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterClosed;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.MatterState;
import org.uniongrid.matter.Shown;
import org.uniongrid.membership.Decides;
import org.uniongrid.membership.Doors;
import org.uniongrid.membership.Stay;
import org.uniongrid.membership.Stays;
import org.uniongrid.organisation.RulePacks;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.WorkerClasses;
import org.uniongrid.web.Said;
import org.uniongrid.web.Say;
import org.uniongrid.web.Templates;

/** What becomes of an application: decided, gone over, begun. Always in the transaction of whatever decides it. */
@Component
class Admission {

    private final ApplicationBook book;
    private final Deciders deciders;
    private final Stays stays;
    private final Doors doors;
    private final MatterDesk matters;
    private final RulePacks packs;
    private final Identities identities;
    private final WorkerClasses classes;
    private final Say house;
    private final Clock clock;

    Admission(
            ApplicationBook book,
            Deciders deciders,
            Stays stays,
            Doors doors,
            MatterDesk matters,
            RulePacks packs,
            Identities identities,
            WorkerClasses classes,
            Templates templates,
            Clock clock) {
        this.house = templates.say(Locale.SIMPLIFIED_CHINESE);
        this.book = book;
        this.deciders = deciders;
        this.stays = stays;
        this.doors = doors;
        this.matters = matters;
        this.packs = packs;
        this.identities = identities;
        this.classes = classes;
        this.clock = clock;
    }

    /** Whoever is to decide gets it; where nobody is, they are accepted at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(Actor worker, Application it, Decides decides) {
        if (decides == Decides.NOBODY) admit(it, worker);
        else
            book.asked(
                    it,
                    submit(
                            worker,
                            JoinUnion.KEY,
                            deciders.of(it.unitId(), decides == Decides.ABOVE),
                            house.of("join.matter", it.personName()),
                            house.of("join.matter.words", it.unitName())));
    }

    private UUID submit(Actor worker, String kind, UUID to, String title, String words) {
        return matters.submit(worker, new MatterDesk.Request(kind, to, title, words, null, UUID.randomUUID()));
    }

    void accept(Matter matter, Actor by) {
        admit(book.ofMatter(matter.publicId()).orElseThrow(), by);
    }

    void refuse(Matter matter) {
        book.ofMatter(matter.publicId()).ifPresent(it -> book.end(it, Application.State.REFUSED));
    }

    /** A member elsewhere goes over first: the former union has days to object in. */
    private void admit(Application it, Actor by) {
        var before = stays.current(it.personId()).filter(stay -> stay.unitId() != it.unitId());
        var days = before.map(this::daysToObject).orElse(0);
        if (before.isEmpty() || days == 0) begin(it, by);
        else leave(it, before.get(), days);
    }

    private int daysToObject(Stay stay) {
        return packs.findFor("joining", stay.unitId(), LocalDate.now(clock))
                .orElseThrow()
                .days("object");
    }

    private void leave(Application it, Stay before, int days) {
        var worker = Actor.worker(it.personId(), it.personName());
        var to = deciders.of(before.unitId(), false);
        var matter = submit(
                worker,
                GoOver.KEY,
                to,
                house.of("go-over.matter", it.personName()),
                house.of("go-over.matter.words", before.unitName(), it.unitName()));
        book.leaving(it, matter, nightAfter(days));
    }

    private Instant nightAfter(int days) {
        return LocalDate.now(clock)
                .plusDays(days + 1L)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    void letGo(Matter matter, Actor by) {
        begin(book.ofLeaving(matter.publicId()).orElseThrow(), by);
    }

    void objected(Matter matter) {
        book.objected(book.ofLeaving(matter.publicId()).orElseThrow());
    }

    void keep(Matter matter) {
        book.end(book.ofLeaving(matter.publicId()).orElseThrow(), Application.State.REFUSED);
    }

    private void begin(Application it, Actor by) {
        book.end(it, Application.State.ACCEPTED);
        stays.begin(
                by, it.personId(), it.personName(), new Stays.Place(it.unitId(), it.employerId(), it.workerClass()));
        if (it.doorId() != null) doors.mark(it.doorId(), Doors.Mark.JOINED);
    }

    /** Whoever asked has thought otherwise. */
    @EventListener
    void withdrawn(MatterClosed closed) {
        if (closed.outcome() != MatterState.WITHDRAWN) return;
        var it = switch (closed.kind()) {
            case JoinUnion.KEY -> book.ofMatter(closed.matterId());
            case GoOver.KEY -> book.ofLeaving(closed.matterId());
            default -> java.util.Optional.<Application>empty();
        };
        it.ifPresent(one -> book.end(one, Application.State.WITHDRAWN));
    }

    Shown shownOfJoining(Matter matter) {
        return book.ofMatter(matter.publicId()).map(this::shown).orElse(Shown.NOTHING);
    }

    Shown shownOfGoing(Matter matter) {
        return book.ofLeaving(matter.publicId()).map(this::shown).orElse(Shown.NOTHING);
    }

    private Shown shown(Application it) {
        var facts = new ArrayList<Shown.Fact>();
        facts.add(Shown.Fact.of("join.fact.person", Said.of("web.plain", it.personName())));
        var masked = identities.masked(it.personId());
        for (var field : new IdentityField[] {IdentityField.PHONE, IdentityField.ID_NUMBER, IdentityField.DOCUMENT})
            if (masked.containsKey(field))
                facts.add(
                        Shown.Fact.of("identity." + field.key(), Said.of("web.plain", masked.getOrDefault(field, ""))));
        classes.find(it.workerClass())
                .ifPresent(one -> facts.add(Shown.Fact.of("join.fact.class", Said.of(one.name()))));
        if (it.employer() != null)
            facts.add(Shown.Fact.of(
                    "join.fact.employer",
                    Said.of(it.employerId() == null ? "join.employer.unknown" : "web.plain", it.employer())));
        facts.add(Shown.Fact.of("join.fact.union", Said.of("web.plain", it.unitName())));
        if (it.door() != null) facts.add(Shown.Fact.of("join.fact.door", Said.of("web.plain", it.door())));
        return new Shown(java.util.List.of(), facts, null);
    }
}
