package org.uniongrid.organisation.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Band;
import org.uniongrid.organisation.PackValue;
import org.uniongrid.organisation.RulePack;
import org.uniongrid.web.Form;
import org.uniongrid.web.Option;
import org.uniongrid.web.Say;

/** The words of the pages about rule packs. */
public record PackWords(Say say) {

    /** Of a table's row in a form, in their order. */
    static final List<String> COLUMNS = List.of("from", "to", "low", "high");

    /** A value with its unit; a table row by row. */
    public String text(@Nullable PackValue value) {
        return switch (value) {
            case null -> "—";
            case PackValue.Amount amount -> say.of(amount.measure().key() + ".of", amount.text());
            case PackValue.YesNo(boolean yes) -> say.of(yes ? "pack.yes" : "pack.no");
            case PackValue.Words(String text) -> text;
            case PackValue.Bands(List<Band> rows) ->
                rows.stream().map(this::row).collect(Collectors.joining("\n"));
        };
    }

    /** For a narrow place: of a table only how many rows it has. */
    public String brief(@Nullable PackValue value) {
        return value instanceof PackValue.Bands(List<Band> rows) ? say.of("pack.rows", rows.size()) : text(value);
    }

    public String row(Band row) {
        return say.of("pack.row", range(row), seats(row));
    }

    public String range(Band row) {
        var to = row.to();
        return to == null
                ? say.of("pack.row.from", text(row.from()))
                : say.of("pack.row.range", text(row.from()), text(to));
    }

    public String seats(Band row) {
        return row.low() == row.high() ? text(row.low()) : say.of("pack.row.range", text(row.low()), text(row.high()));
    }

    private String text(int number) {
        return say.number(number);
    }

    public String region(String code, String name) {
        if (code.isEmpty()) return say.of("pack.national");
        return name.isEmpty() ? say.of("pack.region.code", code) : name;
    }

    public String region(Version version) {
        return region(version.region(), version.regionName());
    }

    public String validity(LocalDate since, @Nullable LocalDate until) {
        return until == null
                ? say.of("pack.since", since.toString())
                : say.of(
                        "pack.since.until", since.toString(), until.minusDays(1).toString());
    }

    public String state(Version.State state) {
        return say.of(
                switch (state) {
                    case ASIDE -> "pack.state.aside";
                    case COMING -> "pack.state.coming";
                    case IN_FORCE -> "pack.state.in-force";
                    case OVER -> "pack.state.over";
                });
    }

    public static String kind(Version.State state) {
        return switch (state) {
            case ASIDE, OVER -> "mute";
            case COMING -> "info";
            case IN_FORCE -> "ok";
        };
    }

    public static String icon(Version.State state) {
        return switch (state) {
            case ASIDE -> "archive";
            case OVER -> "history";
            case COMING -> "calendar-due";
            case IN_FORCE -> "circle-check";
        };
    }

    /** Where and when a page looks. */
    String heading(PacksController.Here here, List<Regions.Region> steps) {
        var first = steps.getFirst();
        var place = region(first.code(), first.name());
        return here.today()
                ? say.of("pack.here.today", place)
                : say.of("pack.here.on", place, here.on().toString());
    }

    /** The same place and day for the next page. */
    static String query(PacksController.Here here) {
        var region = here.elsewhere() ? "region=" + here.asked() : "";
        var day = here.today() ? "" : "on=" + here.on();
        var both = region.isEmpty() || day.isEmpty() ? region + day : region + "&" + day;
        return both.isEmpty() ? "" : "?" + both;
    }

    /** What a pack's region is called that is one of these. */
    String regionOf(RulePack pack, List<Regions.Region> steps) {
        return steps.stream()
                .filter(step -> step.code().equals(pack.region()))
                .map(step -> region(step.code(), step.name()))
                .findFirst()
                .orElse(pack.region());
    }

    /** From the place itself to where the pack is from. */
    static List<Regions.Region> until(List<Regions.Region> steps, RulePack pack) {
        var end = steps.stream().map(Regions.Region::code).toList().indexOf(pack.region());
        return steps.subList(0, end + 1);
    }

    /** As many rows as were typed, and a few to add. */
    static int inputRows(Form form, String input) {
        return form.typed().getOrDefault(input + "-from", List.of()).size() + 2;
    }

    static String cell(Form form, String input, int row) {
        var cells = form.typed().getOrDefault(input, List.of());
        return row < cells.size() ? cells.get(row) : "";
    }

    List<Option> options(List<Regions.Region> regions) {
        return options(regions, true);
    }

    List<Option> options(List<Regions.Region> regions, boolean withCountry) {
        var options = new ArrayList<Option>();
        if (withCountry) options.add(new Option(TypedPack.COUNTRY, say.of("pack.national")));
        for (var region : regions) options.add(new Option(region.code(), region(region.code(), region.name())));
        return options;
    }

    public List<Option> yesNo() {
        return List.of(new Option("true", say.of("pack.yes")), new Option("false", say.of("pack.no")));
    }

    public List<Option> running() {
        return List.of(
                new Option(RulePack.Running.KEEP.name(), say.of("pack.running.keep")),
                new Option(RulePack.Running.SWITCH.name(), say.of("pack.running.switch")));
    }
}
