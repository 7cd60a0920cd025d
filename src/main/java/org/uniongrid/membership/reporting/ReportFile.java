package org.uniongrid.membership.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportColumn;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Roll;
import org.uniongrid.organisation.RulePacks;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.people.IdNumber;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.WorkerClass;
import org.uniongrid.web.Say;

/** The file for the roll above, in its columns, with numbers in full: it needs the approval of another, however short. */
@Component
class ReportFile implements ExportKind {

    static final String KEY = "roll-report";

    private static final int BATCH = 500;
    private static final Set<IdentityField> NUMBERS =
            Set.of(IdentityField.ID_NUMBER, IdentityField.DOCUMENT, IdentityField.PHONE);
    static final List<String> FIELDS = List.of(
            "name",
            "sex",
            "document",
            "number",
            "birth",
            "schooling",
            "skill",
            "household",
            "class",
            "employment",
            "phone",
            "since",
            "state",
            "until",
            "union",
            "union-code",
            "employer",
            "employer-code");

    private final Reports reports;
    private final Identities identities;
    private final UnitDirectory units;
    private final RulePacks packs;
    private final Clock clock;

    ReportFile(Reports reports, Identities identities, UnitDirectory units, RulePacks packs, Clock clock) {
        this.reports = reports;
        this.identities = identities;
        this.units = units;
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String permission() {
        return Roll.REPORT;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public boolean inFull() {
        return true;
    }

    @Override
    public List<ExportColumn> columns() {
        return FIELDS.stream()
                .map(column -> new ExportColumn(column, "reporting.column." + column))
                .toList();
    }

    @Override
    public Unit unit(ExportAsked asked, Actor actor) {
        var report = report(asked, actor);
        return new Unit(report.unit(), report.unitName(), report.scope());
    }

    private Report report(ExportAsked asked, Actor actor) {
        return reports.find(asked.value("report").map(UUID::fromString).orElseThrow(), actor.reach(Roll.REPORT));
    }

    @Override
    public String words(ExportAsked asked, Actor actor, Say say) {
        return report(asked, actor).number();
    }

    @Override
    public long count(ExportAsked asked, Actor actor) {
        return report(asked, actor).size();
    }

    /** As the pack of the unit's place says them today. */
    @Override
    public List<String> headings(ExportAsked asked, Actor actor, Say say) {
        return layout(asked, actor).headings();
    }

    private ReportLayout layout(ExportAsked asked, Actor actor) {
        var unit = units.find(report(asked, actor).unit(), actor.reach(Roll.REPORT));
        var pack = packs.findFor(ReportLayout.SUBJECT, unit.id(), LocalDate.now(clock));
        return pack.map(ReportLayout::of).orElseThrow().only(Set.copyOf(asked.columns()));
    }

    @Override
    public List<Row> rows(ExportAsked asked, Actor actor, @Nullable UUID after, Say say) {
        var lines = reports.lines(report(asked, actor), after, BATCH);
        if (lines.isEmpty()) return List.of();
        var parts = layout(asked, actor).parts();
        var numbers =
                identities.plain(lines.stream().map(Reports.Line::personId).toList(), NUMBERS);
        return lines.stream()
                .map(line ->
                        new Row(line.stay(), cells(parts, line, numbers.getOrDefault(line.personId(), Map.of()), say)))
                .toList();
    }

    private static List<String> cells(
            List<ReportLayout.Part> parts, Reports.Line line, Map<IdentityField, String> numbers, Say say) {
        return parts.stream()
                .map(part -> part.field().isEmpty() ? "" : Objects.toString(cell(part.field(), line, numbers, say), ""))
                .toList();
    }

    /** The day where the number says it, else the year. */
    private static @Nullable String birth(Reports.Line line, Map<IdentityField, String> numbers) {
        var day = Optional.ofNullable(numbers.get(IdentityField.ID_NUMBER))
                .flatMap(IdNumber::of)
                .map(number -> number.birthday().toString());
        var year = line.profile().birthYear();
        return day.orElse(year == null ? null : year.toString());
    }

    private static @Nullable String cell(
            String column, Reports.Line line, Map<IdentityField, String> numbers, Say say) {
        var it = line.profile();
        return switch (column) {
            case "name" -> line.name();
            case "sex" -> it.sex() == null ? null : say.of(it.sex().key());
            case "document" ->
                it.document() == null ? null : say.of(it.document().key());
            case "number" -> numbers.getOrDefault(IdentityField.ID_NUMBER, numbers.get(IdentityField.DOCUMENT));
            case "birth" -> birth(line, numbers);
            case "schooling" ->
                it.schooling() == null ? null : say.of(it.schooling().key());
            case "skill" -> it.skill() == null ? null : say.of(it.skill().key());
            case "household" ->
                it.household() == null ? null : say.of(it.household().key());
            case "class" -> it.workerClass() == null ? null : new WorkerClass(it.workerClass(), false).name(say);
            case "employment" ->
                it.employment() == null ? null : say.of(it.employment().key());
            case "phone" -> numbers.get(IdentityField.PHONE);
            case "since" -> line.since().toString();
            case "state" -> say.of(MemberState.valueOf(line.state()).key());
            case "until" -> line.until() == null ? null : line.until().toString();
            case "union" -> line.unitName();
            case "union-code" -> line.unitCode();
            case "employer" -> line.employer();
            case "employer-code" -> line.employerCode();
            default -> throw new IllegalArgumentException(column);
        };
    }
}
