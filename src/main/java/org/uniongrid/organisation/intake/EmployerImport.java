package org.uniongrid.organisation.intake;

import static org.uniongrid.exchange.Column.optional;
import static org.uniongrid.exchange.Column.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.intake.EmployerPlan.Planned;

/** Takes in employers, with the union that covers them or, where there is none, by their seat. */
@Component
@Order(3)
class EmployerImport implements ImportKind {

    private static final List<Column> COLUMNS = List.of(
            required("uscc", "统一社会信用代码", "信用代码", "credit code").like("91990171MA42KFGD4A"),
            required("employer-name", "单位名称", "企业名称", "employer").like("云州顺达物流有限公司"),
            optional("uscc-accepted", "信用代码核实说明", "信用代码说明", "credit code seen").noted("import.employers.uscc-accepted"),
            SharedColumns.OWNERSHIP,
            SharedColumns.INDUSTRY,
            SharedColumns.STAFF,
            SharedColumns.WOMEN,
            SharedColumns.DIVISION,
            SharedColumns.ADDRESS,
            SharedColumns.LNG,
            SharedColumns.LAT,
            optional("employer-founded", "成立日期", "注册日期", "founded on").like("2016-03-21"),
            optional("origin", "投资来源地", "投资来源", "origin")
                    .like("CN")
                    .noted("import.employers.origin")
                    .offering(Codes.ORIGINS),
            optional("party", "党组织", "党组织情况", "party organisation").like("党支部").offering(Codes.PARTIES),
            optional("insured", "参保人数", "insured").like("120").noted("import.employers.insured"),
            optional("insured-year", "参保年度", "insured in").like("2025"),
            optional("employer-state", "经营状态", "state")
                    .like("经营")
                    .noted("import.employers.state")
                    .offering(Codes.EMPLOYER_STATES),
            optional("covered-by", "覆盖工会", "所属工会", "covered by").noted("import.unions.parent"),
            optional("cover-mode", "覆盖方式", "建会方式", "cover mode")
                    .like("联合")
                    .noted("import.employers.cover-mode")
                    .offering(Codes.COVER_MODES));

    private final Known known;
    private final Federations federations;
    private final EmployerWriter writer;

    EmployerImport(Known known, Federations federations, EmployerWriter writer) {
        this.known = known;
        this.federations = federations;
        this.writer = writer;
    }

    @Override
    public String key() {
        return "employers";
    }

    @Override
    public String permission() {
        return "organisation.employer.import";
    }

    @Override
    public Optional<String> seenAt() {
        return Optional.of("/organisation/employers");
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void check(Sheet sheet, Actor actor, Findings findings) {
        var plan = new EmployerPlan(known, federations, actor.reach(permission()), findings);
        sheet.inBatches(batch -> plan.judge(batch).forEach(planned -> EmployerPlan.tell(planned, findings)));
    }

    @Override
    public void commit(Sheet sheet, Actor actor) {
        var findings = new Findings();
        var plan = new EmployerPlan(known, federations, actor.reach(permission()), findings);
        writer.holdTree();
        sheet.inBatches(batch -> {
            var good = plan.judge(batch);
            if (findings.hasProblems()) throw new RegisterChanged();
            write(good);
        });
    }

    private void write(List<Planned> plan) {
        var added = new ArrayList<EmployerWriter.Row>();
        var changed = new ArrayList<EmployerWriter.Row>();
        var insured = new ArrayList<EmployerWriter.Insured>();
        var covers = new ArrayList<EmployerWriter.NewCover>();
        var suspended = new ArrayList<Long>();
        var resumed = new ArrayList<Long>();
        var fresh = EmployerPlan.idsFor(plan, writer).iterator();
        for (var planned : plan) {
            var there = planned.there();
            var id = there == null ? fresh.next() : (Long) there.id();
            if (there == null) added.add(EmployerWriter.Row.of(id, planned.entry(), unionId(planned)));
            else if (planned.changesFacts()) changed.add(EmployerWriter.Row.of(id, planned.entry(), null));
            if (planned.changesState()) (planned.suspends() ? suspended : resumed).add(id);
            if (planned.changesInsured())
                insured.add(EmployerWriter.Insured.of(
                        id, Objects.requireNonNull(planned.entry().insured())));
            if (planned.covers())
                covers.add(new EmployerWriter.NewCover(
                        id,
                        Objects.requireNonNull(planned.union()).id(),
                        planned.mode().name()));
        }
        writer.insert(added);
        writer.update(changed);
        writer.insure(insured);
        writer.suspend(suspended);
        writer.resume(resumed);
        writer.cover(covers);
    }

    private static @Nullable Long unionId(Planned planned) {
        return planned.union() == null ? null : (Long) planned.union().id();
    }
}
