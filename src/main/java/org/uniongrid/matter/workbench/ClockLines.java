package org.uniongrid.matter.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.TaskClocks;
import org.uniongrid.organisation.PackSubjects;
import org.uniongrid.organisation.RulePack;
import org.uniongrid.organisation.RulePacks;

/** The rules behind the deadlines of a matter. */
@Component
class ClockLines {

    private final TaskClocks clocks;
    private final RulePacks packs;
    private final PackSubjects subjects;

    ClockLines(TaskClocks clocks, RulePacks packs, PackSubjects subjects) {
        this.clocks = clocks;
        this.packs = packs;
        this.subjects = subjects;
    }

    /** By the public id of the step. */
    @Unscoped("of a matter that was found for its reader")
    Map<UUID, ClockLine> of(Matter matter) {
        var lines = new HashMap<UUID, ClockLine>();
        clocks.of(matter).forEach((task, clock) -> {
            var subject = packs.version(clock.pack()).map(RulePack::subject).flatMap(subjects::find);
            lines.put(task, new ClockLine(clock, subject.orElse(null)));
        });
        return lines;
    }
}
