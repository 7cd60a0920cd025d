package org.uniongrid.membership.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.MemberRule;
import org.uniongrid.membership.Roll;

/** Takes in rolls of members that were kept elsewhere before. */
@Component
@Order(10)
class RollImport implements ImportKind {

    static final String KEY = "members";

    private final KnownMembers people;
    private final KnownRegister register;
    private final RollTerms terms;
    private final RollWriter writer;
    private final Clock clock;

    RollImport(KnownMembers people, KnownRegister register, RollTerms terms, RollWriter writer, Clock clock) {
        this.people = people;
        this.register = register;
        this.terms = terms;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String permission() {
        return Roll.IMPORT;
    }

    @Override
    public Optional<String> seenAt() {
        return Optional.of("/membership/members");
    }

    @Override
    public List<Column> columns() {
        return RollColumns.with(terms);
    }

    @Override
    public void check(Sheet sheet, Actor actor, Findings findings) {
        var plan = plan(actor, findings);
        sheet.inBatches(batch -> plan.judge(batch).forEach(planned -> planned.tell(findings, terms)));
    }

    @Override
    public void commit(Sheet sheet, Actor actor) {
        var findings = new Findings();
        writer.hold();
        var plan = plan(actor, findings);
        sheet.inBatches(batch -> {
            var good = plan.judge(batch);
            MemberRule.ROLL_IS_AS_CHECKED.require(!findings.hasProblems());
            writer.write(good, actor);
        });
    }

    private RollPlan plan(Actor actor, Findings findings) {
        return new RollPlan(people, register, terms, LocalDate.now(clock), actor.reach(permission()), findings);
    }
}
