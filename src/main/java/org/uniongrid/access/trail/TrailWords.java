package org.uniongrid.access.trail;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Deed;
import org.uniongrid.web.Chip;
import org.uniongrid.web.Option;
import org.uniongrid.web.Query;
import org.uniongrid.web.Say;

/** Words for what stands in the trail. Where a module that is gone left a key, the key is shown. */
public record TrailWords(Say say) {

    public String action(String action) {
        return word("deed." + action, action);
    }

    public String subject(String subject) {
        return word("subject." + subject, subject);
    }

    public String field(String field) {
        return word("field." + field, field);
    }

    public String actor(TrailList.Row row) {
        return actor(row.actor(), row.job());
    }

    public String actor(LookList.Row row) {
        return actor(row.actor(), row.job());
    }

    private String actor(String name, boolean job) {
        return job ? word("job." + name, name) : name;
    }

    public String finding(Finding finding) {
        return say.of(finding.kind().key(), finding.places(say.zone()));
    }

    /** Post and unit; empty for a job. */
    public String place(@Nullable String post, @Nullable String unit) {
        return Stream.of(post, unit).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    /** To the second: here the order matters. */
    public String time(OffsetDateTime at) {
        return Moments.in(say.zone(), at);
    }

    public String changes(List<Deed.Change> changes) {
        return changes.stream()
                .map(change ->
                        say.of("trail.change", field(change.field()), text(change.before()), text(change.after())))
                .collect(Collectors.joining("\n"));
    }

    /** What stood in a field. */
    public String text(@Nullable String value) {
        return value == null ? "—" : Moments.in(say.zone(), value);
    }

    public List<Option> actions(List<TrailList.Known> known) {
        return options(known.stream().map(one -> new Option(one.action(), action(one.action()))));
    }

    public List<Option> subjects(List<TrailList.Known> known) {
        return options(known.stream().map(one -> new Option(one.subject(), subject(one.subject()))));
    }

    private static List<Option> options(Stream<Option> all) {
        return all.distinct().sorted(Comparator.comparing(Option::label)).toList();
    }

    /** The filters in force, but for the first day, which is always there. */
    public List<Chip> chips(TrailFilter filter, Query here) {
        var chips = new ArrayList<Chip>();
        add(chips, here, "q", filter.q());
        add(chips, here, "who", filter.who());
        add(chips, here, "action", filter.action() == null ? null : action(filter.action()));
        add(chips, here, "subject", filter.subject() == null ? null : subject(filter.subject()));
        add(chips, here, "outcome", filter.outcome() == null ? null : outcome(filter.outcome()));
        return chips;
    }

    private void add(List<Chip> chips, Query here, String name, @Nullable String value) {
        if (value != null) chips.add(new Chip(value, here.without(name).toString()));
    }

    public String outcome(TrailFilter.Outcome outcome) {
        return say.of(outcome == TrailFilter.Outcome.DONE ? "trail.done" : "trail.refused");
    }

    private String word(String key, String otherwise) {
        return Objects.requireNonNullElse(say.messages().getMessage(key, null, otherwise, say.locale()), otherwise);
    }
}
