package org.uniongrid.casework;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.Shown;
import org.uniongrid.web.Said;

/** What the page of a matter shows of its case. */
@Component
class CaseShown {

    private final CaseFiles files;
    private final Visits visits;

    CaseShown(CaseFiles files, Visits visits) {
        this.files = files;
        this.visits = visits;
    }

    Shown of(Matter matter, Actor reader) {
        var file = files.of(matter);
        var facts = new ArrayList<Shown.Fact>();
        facts.add(Shown.Fact.of("case.kind", Said.of("case.plain", (Said.Word) file.kind()::name)));
        if (matter.inside()) {
            facts.add(Shown.Fact.of("case.channel", Said.of(file.channel().key())));
            facts.add(Shown.Fact.of("case.grade", Said.of(file.grade().key())));
        }
        if (file.employer() != null) facts.add(Shown.Fact.of("case.employer", Said.of("case.plain", file.employer())));
        if (file.place() != null) facts.add(Shown.Fact.of("case.place", Said.of("case.plain", file.place())));
        if (file.isGroup())
            facts.add(Shown.Fact.of("case.heads", Said.of("case.heads.of", file.heads(), file.claimants())));
        if (file.claimed() > 0) facts.add(sums(file));
        return new Shown(notes(matter, file), facts, more(matter));
    }

    private static Shown.Fact sums(CaseFile file) {
        var sums = Said.of("case.sums", Yuan.of(file.claimed()), Yuan.of(file.agreed()), Yuan.of(file.paid()));
        return Shown.Fact.of("case.money", sums);
    }

    private List<Said> notes(Matter matter, CaseFile file) {
        if (!matter.inside()) return List.of();
        var notes = new ArrayList<Said>();
        if (file.urgent()) notes.add(Said.of("case.urgent.note"));
        var latest = visits.of(file).stream().filter(Visit::isReached).findFirst();
        if (matter.isOpen()
                && latest.filter(visit -> Boolean.FALSE.equals(visit.solved())).isPresent())
            notes.add(Said.of("case.unsolved.note"));
        return notes;
    }

    private static Shown.More more(Matter matter) {
        return matter.inside()
                ? new Shown.More("case.open", "/cases/" + matter.publicId())
                : new Shown.More("case.own.open", "/m/requests/" + matter.publicId());
    }
}
