package org.uniongrid.organisation.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.WorkCalendar;
import org.uniongrid.organisation.WorkCalendars;

/** Takes in the holidays of a year and the weekends worked in exchange for them, as they are announced. */
@Component
@Order(7)
class CalendarImport implements ImportKind {

    private static final int FIRST = 2000;

    /** Days off in any year; a list without them is not whole. */
    private static final List<MonthDay> ALWAYS = List.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 1));

    private final JdbcClient db;
    private final Clock clock;

    CalendarImport(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What a day may be; {@link #AS_EVER} takes an entry back. */
    private enum Arrangement {
        OFF("放假"),
        WORKED("上班"),
        AS_EVER("照常");

        private final String term;

        Arrangement(String term) {
            this.term = term;
        }

        static Optional<Arrangement> of(String text) {
            return Stream.of(values()).filter(one -> one.term.equals(text)).findFirst();
        }

        static List<String> terms() {
            return Stream.of(values()).map(one -> one.term).toList();
        }
    }

    private record Entry(ImportRow row, Arrangement arrangement, String name) {

        boolean isOff() {
            return arrangement == Arrangement.OFF;
        }
    }

    private record Known(LocalDate day, boolean works, String name) {

        Arrangement arrangement() {
            return works ? Arrangement.WORKED : Arrangement.OFF;
        }
    }

    @Override
    public String key() {
        return "calendar";
    }

    @Override
    public String permission() {
        return WorkCalendars.EDIT;
    }

    @Override
    public Optional<String> seenAt() {
        return Optional.of("/organisation/calendar");
    }

    @Override
    public Optional<UnaryOperator<String>> pasting() {
        return Optional.of(PastedDays::asCsv);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("date", "日期", "date").like("2026-10-01").noted("import.calendar.date"),
                Column.required("kind", "安排", "类型", "放假或上班", "kind")
                        .like("放假")
                        .offering(Arrangement.terms())
                        .noted("import.calendar.kind"),
                Column.required("name", "节日", "名称", "节日名称", "name").like("国庆节"),
                Column.optional("article", "依据", "文件", "文号", "source").noted("import.calendar.article"));
    }

    @Override
    public void check(Sheet sheet, Actor actor, Findings findings) {
        var given = given(sheet, findings);
        var year = year(given);
        if (year == null) return;
        var known = known(year);
        given.forEach((day, entry) -> checkDay(day, entry, year, findings));
        if (!isWhole(given, known, year))
            given.values()
                    .forEach(entry -> findings.problem(entry.row(), "date", "import.problem.calendar-part", year));
        if (!WorkCalendars.isKeptBy(actor))
            given.values().forEach(entry -> findings.problem(entry.row(), "date", "import.problem.calendar-reach"));
        given.forEach((day, entry) -> compare(entry, known.get(day), findings));
    }

    private static TreeMap<LocalDate, Entry> given(Sheet sheet, Findings findings) {
        var given = new TreeMap<LocalDate, Entry>();
        for (var row : sheet.rows()) {
            var cells = new Cells(row, findings);
            cells.neverClear("date", "kind", "name", "article");
            var day = cells.day("date");
            var arrangement = cells.oneOf("kind", Arrangement::of, String.join("、", Arrangement.terms()));
            var name = cells.shortText("name", 40);
            cells.shortText("article", 2, 300);
            if (day == null || arrangement == null || name == null) continue;
            var first = given.putIfAbsent(day, new Entry(row, arrangement, name));
            if (first != null)
                findings.problem(
                        row, "date", "import.problem.twice", first.row().number());
        }
        return given;
    }

    /** That of the day in the middle: a holiday of New Year may begin in the December before, and one date may be mistyped. */
    private static @Nullable Integer year(TreeMap<LocalDate, Entry> given) {
        if (given.isEmpty()) return null;
        return List.copyOf(given.keySet()).get(given.size() / 2).getYear();
    }

    private static void checkDay(LocalDate day, Entry entry, int year, Findings findings) {
        if (year < FIRST || day.isBefore(LocalDate.of(year - 1, 12, 20)) || day.getYear() > year)
            findings.problem(entry.row(), "date", "import.problem.calendar-year", year);
        if (entry.arrangement() == Arrangement.WORKED && !WorkCalendar.isWeekend(day))
            findings.problem(entry.row(), "kind", "import.problem.calendar-weekday");
    }

    private static boolean isWhole(Map<LocalDate, Entry> given, Map<LocalDate, Known> known, int year) {
        return ALWAYS.stream().map(day -> day.atYear(year)).allMatch(day -> {
            var entry = given.get(day);
            var now = known.get(day);
            return entry == null ? now != null && !now.works() : entry.isOff();
        });
    }

    private static void compare(Entry entry, @Nullable Known known, Findings findings) {
        var row = entry.row();
        var before = known == null ? Arrangement.AS_EVER : known.arrangement();
        findings.change(row, "kind", before.term, entry.arrangement().term);
        if (entry.arrangement() != Arrangement.AS_EVER)
            findings.change(row, "name", known == null ? "" : known.name(), entry.name());
        findings.verdict(row, verdict(entry, known));
    }

    private static Verdict verdict(Entry entry, @Nullable Known known) {
        if (entry.arrangement() == Arrangement.AS_EVER) return known == null ? Verdict.SAME : Verdict.CHANGED;
        if (known == null) return Verdict.NEW;
        var same = known.arrangement() == entry.arrangement() && known.name().equals(entry.name());
        return same ? Verdict.SAME : Verdict.CHANGED;
    }

    @Override
    public void commit(Sheet sheet, Actor actor) {
        var findings = new Findings();
        check(sheet, actor, findings);
        if (findings.hasProblems()) throw new RegisterChanged();
        var given = given(sheet, findings);
        var year = year(given);
        if (year == null) return;
        var article = sheet.rows().stream()
                .map(row -> row.cell("article").strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
        var known = known(year);
        var changes = given.entrySet().stream()
                .anyMatch(one -> verdict(one.getValue(), known.get(one.getKey())) != Verdict.SAME);
        putYear(year, article.orElse(null), changes, actor);
        given.forEach((day, entry) -> put(day, year, entry));
    }

    private void putYear(int year, @Nullable String article, boolean changes, Actor actor) {
        db.sql("""
                        insert into organisation.calendar_year as y (year, article, changed_at, changed_by)
                        values (:year, :article, :now, :person)
                        on conflict (year) do update set article = coalesce(excluded.article, y.article),
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        where :changes or coalesce(excluded.article, y.article) is distinct from y.article
                        """)
                .param("year", year)
                .param("article", article)
                .param("changes", changes)
                .param("now", OffsetDateTime.now(clock))
                .param("person", actor.personId() == 0 ? null : actor.personId())
                .update();
    }

    private void put(LocalDate day, int year, Entry entry) {
        if (entry.arrangement() == Arrangement.AS_EVER)
            db.sql("delete from organisation.calendar_day where day = ?")
                    .param(day)
                    .update();
        else
            db.sql("""
                            insert into organisation.calendar_day (day, year, works, name) values (:day, :year, :works, :name)
                            on conflict (day) do update
                            set year = excluded.year, works = excluded.works, name = excluded.name
                            """)
                    .param("day", day)
                    .param("year", year)
                    .param("works", !entry.isOff())
                    .param("name", entry.name())
                    .update();
    }

    private Map<LocalDate, Known> known(int year) {
        var known = new HashMap<LocalDate, Known>();
        db.sql("select day, works, name from organisation.calendar_day where year between ? and ?")
                .params(year - 1, year + 1)
                .query(Known.class)
                .list()
                .forEach(day -> known.put(day.day(), day));
        return known;
    }
}
