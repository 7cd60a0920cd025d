package org.uniongrid.matter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;

/** What the audit trail says of matters, and who is told. Notices name neither what is asked nor by whom. */
@Component
class Tidings {

    static final String SUBJECT = "matter.matter";
    static final String ARRIVED = "matter.arrived";
    static final String NEWS = "matter.news";
    static final String URGED = "matter.urged";
    static final String COPIED = "matter.copied";

    private final AuditTrail trail;
    private final Notices notices;
    private final Holders holders;

    Tidings(AuditTrail trail, Notices notices, Holders holders) {
        this.trail = trail;
        this.notices = notices;
        this.holders = holders;
    }

    /** @param waiting the steps that wait after it, or waited when it ended */
    void moved(Turn turn, List<Task> waiting) {
        var matter = turn.matter();
        var words = turn.act().words();
        var deed = Deed.of("matter." + turn.action().path(), SUBJECT, matter.publicId(), matter.label());
        trail.add(turn.actor(), words == null ? deed : deed.because(words));
        var told = new LinkedHashSet<>(Set.of(turn.actor().personId()));
        switch (turn.action()) {
            case SUBMIT, APPROVE, REPLY, RETURN, COMPLETE, REOPEN -> tellHolders(matter, ARRIVED, waiting, told);
            case HAND_OVER ->
                tellHolders(matter, ARRIVED, those(waiting, turn.at().id(), Task::id), told);
            case ASK_SIGNERS, DISPATCH ->
                tellHolders(matter, ARRIVED, those(waiting, turn.at().id(), Task::parent), told);
            case AGREE, DISAGREE, REPORT, SEND_UP ->
                tellHolders(matter, ARRIVED, those(waiting, turn.at().parent(), Task::id), told);
            case URGE -> tellHolders(matter, URGED, waiting, told);
            case COMMENT, WITHDRAW -> tellHolders(matter, NEWS, waiting, told);
            case ANSWER,
                    REFUSE,
                    CLOSE,
                    TAKE,
                    PUT_BACK,
                    RECALL,
                    COPY,
                    PAUSE,
                    RESUME,
                    HAND_ON,
                    SWITCH_ROUTE,
                    ESCALATE,
                    ATTACH,
                    DETACH -> {}
        }
        if (isForWhoAsked(turn)) tell(matter, NEWS, matter.personId(), told);
    }

    private static boolean isForWhoAsked(Turn turn) {
        return switch (turn.action()) {
            case SUBMIT, REPLY, ANSWER, REFUSE, PAUSE, RESUME -> true;
            case COMMENT -> !turn.act().aim().inside();
            default -> false;
        };
    }

    private static List<Task> those(List<Task> waiting, @Nullable Long id, Function<Task, @Nullable Long> of) {
        return waiting.stream()
                .filter(task -> Objects.equals(of.apply(task), id))
                .toList();
    }

    void copied(Turn turn, MatterBook.Unit unit) {
        var told = new LinkedHashSet<>(Set.of(turn.actor().personId()));
        for (var person : holders.people(unit.id(), null)) tell(turn.matter(), COPIED, person, told);
    }

    /** Something was added while the matter stays where it is. */
    void news(Actor actor, Matter matter, boolean inside, List<Task> waiting) {
        var told = new LinkedHashSet<>(Set.of(actor.personId()));
        if (!inside) tell(matter, NEWS, matter.personId(), told);
        for (var task : waiting) if (!inside || !isAskers(task, matter)) tellHolders(matter, NEWS, List.of(task), told);
    }

    private static boolean isAskers(Task task, Matter matter) {
        return task.person() != null || task.unit().equals(matter.unit());
    }

    private void tellHolders(Matter matter, String kind, List<Task> waiting, Set<Long> told) {
        for (var task : waiting) for (var person : holders.of(task)) tell(matter, kind, person, told);
    }

    private void tell(Matter matter, String kind, long person, Set<Long> told) {
        if (!told.add(person)) return;
        notices.tell(Notice.of(kind + ":" + UUID.randomUUID(), kind, person).at(page(matter, person)));
    }

    /** Where a person sees the matter: on the phone, where they asked for themselves. */
    static String page(Matter matter, long person) {
        var isOwn = matter.unit() == null && person == matter.personId();
        return (isOwn ? OwnMatters.PAGE : "/matters/") + matter.publicId();
    }
}
