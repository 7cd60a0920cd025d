package org.uniongrid.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One file: the definition of a subject and the packs shipped of it. Dates and codes stand in quotes. */
record PackFile(PackSubject subject, List<ShippedPack> packs) {

    static PackFile read(String name, String text) {
        try {
            var file = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
            var subject = subject(file);
            return new PackFile(subject, packs(subject, list(file.get("packs"))));
        } catch (RuntimeException e) {
            throw new IllegalStateException("Rule packs in " + name + ": " + e.getMessage(), e);
        }
    }

    private static PackSubject subject(Map<String, Object> file) {
        var fields = list(file.get("values")).stream()
                .map(PackFile::map)
                .map(one -> new PackSubject.Field(
                        text(one, "key"), Measure.of(text(one, "measure")), words(one, "label"), words(one, "help")))
                .toList();
        return new PackSubject(text(file, "subject"), words(file, "title"), words(file, "help"), fields);
    }

    /** Each ends where the next of its region begins, unless it says an earlier day. */
    private static List<ShippedPack> packs(PackSubject subject, List<Object> entries) {
        var packs = entries.stream()
                .map(entry -> pack(subject, map(entry)))
                .sorted(Comparator.comparing(ShippedPack::region).thenComparing(ShippedPack::from))
                .toList();
        var ended = new ArrayList<ShippedPack>();
        for (int i = 0; i < packs.size(); i++) {
            var next = i + 1 < packs.size() ? packs.get(i + 1) : null;
            var follows = next != null && next.region().equals(packs.get(i).region());
            ended.add(until(packs.get(i), follows && next != null ? next.from() : null));
        }
        return ended;
    }

    private static ShippedPack until(ShippedPack pack, @Nullable LocalDate next) {
        if (next != null && !next.isAfter(pack.from()))
            throw new IllegalArgumentException("two packs of " + pack.region() + " begin on " + pack.from());
        var until = pack.until() == null || (next != null && next.isBefore(pack.until())) ? next : pack.until();
        return new ShippedPack(
                pack.subject(),
                pack.region(),
                pack.from(),
                until,
                pack.article(),
                pack.example(),
                pack.unsure(),
                pack.running(),
                pack.note(),
                pack.values());
    }

    private static ShippedPack pack(PackSubject subject, Map<String, Object> entry) {
        var region = text(entry, "region");
        if (!region.isEmpty() && !DivisionCode.of(region).equals(Optional.of(new DivisionCode(region))))
            throw new IllegalArgumentException("no region " + region);
        return new ShippedPack(
                subject.key(),
                region,
                LocalDate.parse(text(entry, "from")),
                entry.containsKey("until") ? LocalDate.parse(text(entry, "until")) : null,
                text(entry, "article"),
                Boolean.TRUE.equals(entry.get("example")),
                Boolean.TRUE.equals(entry.get("unsure")),
                RulePack.Running.valueOf(String.valueOf(entry.getOrDefault("running", "KEEP"))),
                entry.containsKey("note") ? text(entry, "note") : null,
                subject.read(map(entry.get("values"))));
    }

    private static PackSubject.Words words(Map<String, Object> entry, String key) {
        var words = map(entry.get(key));
        return new PackSubject.Words(text(words, "zh"), text(words, "en"));
    }

    private static String text(Map<String, Object> entry, String key) {
        if (entry.get(key) instanceof String text) return text.strip();
        throw new IllegalArgumentException(key + " is missing or no text");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object entry) {
        if (entry instanceof Map<?, ?> map) return (Map<String, Object>) map;
        throw new IllegalArgumentException("no map: " + entry);
    }

    private static List<Object> list(@Nullable Object entry) {
        if (entry instanceof List<?> list) return new ArrayList<>(Objects.requireNonNull(list));
        throw new IllegalArgumentException("no list: " + entry);
    }
}
