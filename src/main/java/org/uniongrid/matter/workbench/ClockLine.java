package org.uniongrid.matter.workbench;

import org.jspecify.annotations.Nullable;
import org.uniongrid.matter.TaskClocks.TaskClock;
import org.uniongrid.organisation.PackSubject;
import org.uniongrid.web.Say;

/**
 * What stands under a deadline: the rule that sets it, with its article.
 *
 * @param subject of its rule pack
 */
public record ClockLine(TaskClock clock, @Nullable PackSubject subject) {

    /** Which value of which rule, and how much it is. */
    public String rule(Say say) {
        var amount = say.of(clock.unit().key() + ".of", clock.amount());
        if (subject == null) return amount;
        var title = subject.title().in(say);
        return subject.field(clock.value())
                .map(field -> say.of("matter.clock.rule", title, field.label().in(say), amount))
                .orElse(amount);
    }

    public String href() {
        return "/organisation/packs/versions/" + clock.pack();
    }
}
