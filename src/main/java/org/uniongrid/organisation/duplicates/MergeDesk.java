package org.uniongrid.organisation.duplicates;

import static org.uniongrid.organisation.duplicates.MergeRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.EmployersMerged;
import org.uniongrid.organisation.SearchText;

/** Where two entries become one. Nothing that belongs to either is lost; the one that is gone leads to the other. */
@Component
class MergeDesk {

    static final String EDIT = "organisation.employer.edit";
    static final String SUBJECT = "organisation.employer";

    private final JdbcClient db;
    private final Twins twins;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MergeDesk(JdbcClient db, Twins twins, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.twins = twins;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What somebody chose on the page that asks.
     *
     * @param seen what the page was made from; empty where nothing was seen
     * @param fromGone fields, and years of insured persons, in which the entry that goes is right
     */
    record Chosen(String seen, Set<String> fromGone) {}

    /** Two who merge at once wait for one another; the second finds an entry gone. */
    @Transactional
    void merge(Actor actor, UUID stays, UUID goes, Chosen chosen) {
        ENTRIES_ARE_TWO.require(!stays.equals(goes));
        ENTRY_IS_STILL_THERE.require(hold(stays, goes));
        var reach = actor.reach(EDIT);
        var merge = new Merge(twins.find(stays, reach), twins.find(goes, reach));
        ENTRIES_ARE_AS_SEEN.require(
                chosen.seen().isEmpty() || chosen.seen().equals(Twin.fingerprint(merge.kept(), merge.gone())));
        var fields = merge.differences().stream()
                .map(Merge.Difference::field)
                .filter(chosen.fromGone()::contains)
                .toList();
        moveCovers(merge);
        moveInsured(merge, chosen.fromGone());
        moveChains(merge);
        take(merge, fields);
        leave(merge);
        events.publishEvent(
                new EmployersMerged(merge.kept().id(), stays, merge.gone().id(), goes));
        tell(actor, merge, fields);
    }

    @Unscoped("tells only whether they are there; what is out of reach is not found right after")
    private boolean hold(UUID one, UUID other) {
        return db.sql("""
                        select merged_into is null from organisation.employer where public_id in (:one, :other) order by id for update
                        """).param("one", one).param("other", other).query(Boolean.class).list().stream()
                .allMatch(there -> there);
    }

    private void moveCovers(Merge merge) {
        clear(merge, "organisation.cover");
        insert(merge, merge.covers(), """
                insert into organisation.cover (employer_id, unit_id, mode, during)
                values (:employer, :of, :word, daterange(:from, :until))
                """);
    }

    private void moveInsured(Merge merge, Set<String> fromGone) {
        clear(merge, "organisation.employer_insured");
        merge.insured(fromGone)
                .forEach((year, insured) -> db.sql(
                                "insert into organisation.employer_insured (employer_id, year, insured) values (?, ?, ?)")
                        .params(merge.kept().id(), year, insured)
                        .update());
    }

    private void moveChains(Merge merge) {
        clear(merge, "organisation.chain_member");
        insert(merge, merge.chains(), """
                insert into organisation.chain_member (chain_id, employer_id, position, during)
                values (:of, :employer, :word, daterange(:from, :until))
                """);
    }

    private void clear(Merge merge, String table) {
        db.sql("delete from " + table + " where employer_id in (?, ?)")
                .params(merge.kept().id(), merge.gone().id())
                .update();
    }

    private void insert(Merge merge, List<Timeline.Stretch> stretches, String into) {
        for (var each : stretches)
            db.sql(into)
                    .param("employer", merge.kept().id())
                    .param("of", each.of())
                    .param("word", each.word())
                    .param("from", each.from())
                    .param("until", each.until())
                    .update();
    }

    /** The entry that stays says in these fields what the other said. */
    private void take(Merge merge, List<String> fields) {
        var kept = merge.kept();
        var gone = merge.gone();
        if (fields.contains("uscc")) takeCode(kept.id(), gone.id());
        if (fields.contains("state")) takeStops(kept.id(), gone.id());
        var columns = fields.stream()
                .filter(field -> !field.equals("uscc"))
                .flatMap(field -> Objects.requireNonNull(Twins.FIELDS.get(field)).stream())
                .map(column -> column + " = g." + column)
                .collect(Collectors.joining(", "));
        if (!columns.isEmpty())
            db.sql("update organisation.employer k set " + columns
                            + " from organisation.employer g where k.id = ? and g.id = ?")
                    .params(kept.id(), gone.id())
                    .update();
        db.sql("update organisation.employer set search = ?::tsvector where id = ?")
                .params(
                        SearchText.of(
                                fields.contains("name") ? gone.name() : kept.name(),
                                fields.contains("uscc") ? gone.uscc() : kept.uscc()),
                        kept.id())
                .update();
    }

    /** A code stands once: it leaves the one before it comes to the other. */
    private void takeCode(long kept, long gone) {
        record Code(@Nullable String uscc, @Nullable String usccAccepted) {}
        var code = db.sql("select uscc, uscc_accepted from organisation.employer where id = ?")
                .param(gone)
                .query(Code.class)
                .single();
        db.sql("update organisation.employer set uscc = null, uscc_accepted = null where id = ?")
                .param(gone)
                .update();
        db.sql("update organisation.employer set uscc = :uscc, uscc_accepted = :accepted where id = :kept")
                .param("uscc", code.uscc())
                .param("accepted", code.usccAccepted())
                .param("kept", kept)
                .update();
    }

    private void takeStops(long kept, long gone) {
        db.sql("delete from organisation.employer_state where employer_id = ?")
                .param(kept)
                .update();
        db.sql("update organisation.employer_state set employer_id = ? where employer_id = ?")
                .params(kept, gone)
                .update();
    }

    /** The other entry is in no list and no count, and leads here; so does what was merged into it before. */
    private void leave(Merge merge) {
        db.sql("update organisation.employer set merged_into = ? where merged_into = ?")
                .params(merge.kept().id(), merge.gone().id())
                .update();
        db.sql("""
                        update organisation.employer set merged_into = ?, merged_on = ?, scope = null, union_id = null where id = ?
                        """)
                .params(merge.kept().id(), LocalDate.now(clock), merge.gone().id())
                .update();
    }

    private void tell(Actor actor, Merge merge, List<String> fields) {
        var kept = merge.kept();
        var gone = merge.gone();
        var deed = Deed.of("organisation.employer.merge", SUBJECT, kept.publicId(), kept.name())
                .with("merged-entry", null, gone.uscc() == null ? gone.name() : gone.name() + " " + gone.uscc());
        for (var each : merge.differences())
            deed = fields.contains(each.field())
                    ? deed.with("employer-" + each.field(), each.kept(), each.gone())
                    : deed.with("employer-" + each.field(), each.gone(), each.kept());
        for (var each : gone.covers()) deed = deed.with("moved-cover", null, words(each));
        for (var each : gone.insured().entrySet())
            deed = deed.with("moved-insured", null, each.getKey() + ": " + each.getValue());
        for (var each : gone.chains()) deed = deed.with("moved-chain", null, words(each));
        trail.add(actor, deed);
        trail.add(
                actor,
                Deed.of("organisation.employer.merge-away", SUBJECT, gone.publicId(), gone.name())
                        .with("kept-entry", null, kept.name()));
    }

    private static String words(Twin.Spell spell) {
        return "%s %s %s–%s"
                .formatted(
                        spell.name() == null ? "#" + spell.of() : spell.name(),
                        spell.word(),
                        spell.from(),
                        spell.until() == null ? "" : spell.until());
    }
}
