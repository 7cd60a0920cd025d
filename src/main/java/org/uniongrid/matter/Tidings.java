package org.uniongrid.matter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    private static final String SUBJECT = "matter.matter";
    static final String ARRIVED = "matter.arrived";
    static final String NEWS = "matter.news";
    static final String URGED = "matter.urged";

    private final AuditTrail trail;
    private final Notices notices;
    private final MatterBook book;

    Tidings(AuditTrail trail, Notices notices, MatterBook book) {
        this.trail = trail;
        this.notices = notices;
        this.book = book;
    }

    /** @param waiting the steps that wait after it, or waited when it ended */
    void moved(Actor actor, Matter matter, Action action, @Nullable String words, List<Task> waiting) {
        var deed = Deed.of("matter." + action.path(), SUBJECT, matter.publicId(), matter.label());
        trail.add(actor, words == null ? deed : deed.because(words));
        var told = new LinkedHashSet<>(Set.of(actor.personId()));
        switch (action) {
            case SUBMIT, RETURN, COMPLETE, HAND_OVER -> tellHolders(matter, ARRIVED, waiting, told);
            case URGE -> tellHolders(matter, URGED, waiting, told);
            case COMMENT, WITHDRAW -> tellHolders(matter, NEWS, waiting, told);
            case ANSWER, REFUSE, TAKE, PUT_BACK, ATTACH, DETACH -> {}
        }
        if (action == Action.ANSWER || action == Action.REFUSE || action == Action.COMMENT)
            tell(matter, NEWS, matter.personId(), told);
    }

    /** Something was added while the matter stays where it is. */
    void news(Actor actor, Matter matter, boolean inside, List<Task> waiting) {
        var told = new LinkedHashSet<>(Set.of(actor.personId()));
        if (!inside) tell(matter, NEWS, matter.personId(), told);
        for (var task : waiting)
            if (!inside || task.unit().equals(matter.asked())) tellHolders(matter, NEWS, List.of(task), told);
    }

    private void tellHolders(Matter matter, String kind, List<Task> waiting, Set<Long> told) {
        for (var task : waiting) for (var person : book.holders(task)) tell(matter, kind, person, told);
    }

    private void tell(Matter matter, String kind, long person, Set<Long> told) {
        if (!told.add(person)) return;
        notices.tell(Notice.of(kind + ":" + UUID.randomUUID(), kind, person).at("/matters/" + matter.publicId()));
    }
}
