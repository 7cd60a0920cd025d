package org.uniongrid.organisation.packs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Band;
import org.uniongrid.organisation.DivisionCode;
import org.uniongrid.organisation.Measure;
import org.uniongrid.organisation.PackSubject;
import org.uniongrid.organisation.PackValue;
import org.uniongrid.organisation.RulePack;
import org.uniongrid.organisation.RulePack.Running;
import org.uniongrid.organisation.WrongPackValue;
import org.uniongrid.organisation.packs.PackTable.Fresh;
import org.uniongrid.web.Form;

/**
 * A new version as somebody typed it.
 *
 * @param fresh what is to be published, or null where something is wrong
 */
record TypedPack(Form form, @Nullable Fresh fresh) {

    /** Stands for the whole country in a form, where an empty choice means none. */
    static final String COUNTRY = "country";

    private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
    private static final int YEARS_AHEAD = 20;

    static String input(PackSubject.Field field) {
        return "v-" + field.key();
    }

    /** The fields of a form that begins with an earlier version; its note and marks were about that one. */
    static Form like(RulePack pack, PackSubject subject) {
        var typed = new HashMap<String, List<String>>();
        for (var field : subject.fields())
            fill(typed, input(field), pack.values().get(field.key()));
        return Form.of(typed)
                .with("region", pack.isNational() ? COUNTRY : pack.region())
                .with("article", pack.article())
                .with("running", pack.running());
    }

    private static void fill(Map<String, List<String>> typed, String input, @Nullable PackValue value) {
        if (value instanceof PackValue.Bands bands) {
            typed.put(input + "-from", column(bands, band -> band.from()));
            typed.put(input + "-to", column(bands, band -> band.to()));
            typed.put(input + "-low", column(bands, band -> band.low()));
            typed.put(input + "-high", column(bands, band -> band.high()));
        } else if (value != null) typed.put(input, List.of(value.raw().toString()));
    }

    private static List<String> column(PackValue.Bands bands, Function<Band, @Nullable Integer> part) {
        return bands.rows().stream()
                .map(part)
                .map(number -> number == null ? "" : number.toString())
                .toList();
    }

    static TypedPack read(PackSubject subject, Map<String, List<String>> typed, LocalDate today) {
        var form = Form.of(typed);
        var from = day(form.value("from"));
        var region = region(form.value("region"));
        form = form.check("region", region.isPresent(), PackChangeRule.PACK_REGION_IS_IN_REACH.key())
                .check("from", from.filter(day -> isSensible(day, today)).isPresent(), "pack.from.wrong")
                .check("article", isBetween(form.value("article"), 2, 300), "pack.article.missing")
                .check("note", isBetween(form.value("note"), 0, 1000), "pack.note.long")
                .check("reviewed", isBetween(form.value("reviewed"), 1, 100), "pack.reviewed.missing");
        var raw = new HashMap<String, Object>();
        for (var field : subject.fields()) raw(form, field).ifPresent(value -> raw.put(field.key(), value));
        for (var field : subject.fields()) form = checked(form, subject, field, raw);
        if (form.isWrong()) return new TypedPack(form, null);
        return new TypedPack(form, fresh(form, subject, region.orElseThrow(), from.orElseThrow(), raw));
    }

    private static Form checked(Form form, PackSubject subject, PackSubject.Field field, Map<String, Object> raw) {
        try {
            new PackSubject(subject.key(), subject.title(), subject.help(), List.of(field))
                    .read(raw.containsKey(field.key()) ? Map.of(field.key(), raw.get(field.key())) : Map.of());
            return form;
        } catch (WrongPackValue wrong) {
            return form.wrong(input(field), wrong.rule().key());
        }
    }

    private static Fresh fresh(Form form, PackSubject subject, String region, LocalDate from, Map<String, Object> raw) {
        return new Fresh(
                subject.key(),
                region,
                from,
                null,
                subject.read(raw),
                form.value("article").strip(),
                form.has("example", "true"),
                form.has("unsure", "true"),
                words(form, "note"),
                words(form, "reviewed"),
                form.value("running").equals(Running.SWITCH.name()) ? Running.SWITCH : Running.KEEP);
    }

    private static Optional<Object> raw(Form form, PackSubject.Field field) {
        var input = input(field);
        if (field.measure() == Measure.BANDS) return Optional.of(rows(form, input));
        var text = form.value(input).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Rows that are empty from end to end do not count. */
    private static List<List<String>> rows(Form form, String input) {
        var columns = PackWords.COLUMNS.stream()
                .map(name -> form.typed().getOrDefault(input + "-" + name, List.of()))
                .toList();
        var count = columns.stream().mapToInt(List::size).max().orElse(0);
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < count; i++) {
            var at = i;
            var row = columns.stream()
                    .map(cells -> at < cells.size() ? cells.get(at).strip() : "")
                    .toList();
            if (row.stream().anyMatch(cell -> !cell.isEmpty())) rows.add(row);
        }
        return rows;
    }

    private static @Nullable String words(Form form, String field) {
        var text = form.value(field).strip();
        return text.isEmpty() ? null : text;
    }

    private static boolean isBetween(String text, int least, int most) {
        var length = text.strip().length();
        return length >= least && length <= most;
    }

    private static boolean isSensible(LocalDate day, LocalDate today) {
        return !day.isBefore(FIRST) && !day.isAfter(today.plusYears(YEARS_AHEAD));
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<String> region(String typed) {
        if (typed.equals(COUNTRY)) return Optional.of("");
        return Stream.of(typed)
                .filter(text -> !text.isBlank())
                .flatMap(text -> DivisionCode.of(text).stream())
                .map(DivisionCode::code)
                .findFirst();
    }
}
