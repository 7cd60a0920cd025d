package org.uniongrid.organisation.employers;

import static org.uniongrid.organisation.employers.EmployerRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.CoverMode;
import org.uniongrid.organisation.Covers;
import org.uniongrid.organisation.EmployerDirectory;
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.organisation.SearchText;
import org.uniongrid.organisation.UnitDirectory;

/** Where an employer is entered and its entry is put right. */
@Component
class EmployerDesk {

    static final String EDIT = "organisation.employer.edit";
    static final String FIGURES = "organisation.employer.figures";
    static final String SUBJECT = "organisation.employer";

    private final JdbcClient db;
    private final EmployerFacts facts;
    private final Seats seats;
    private final Covers covers;
    private final AuditTrail trail;
    private final Clock clock;

    EmployerDesk(JdbcClient db, EmployerFacts facts, Seats seats, Covers covers, AuditTrail trail, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.seats = seats;
        this.covers = covers;
        this.trail = trail;
        this.clock = clock;
    }

    /** By which union a new employer is covered, and from when. */
    record NewCover(UnitDirectory.Found union, CoverMode mode, LocalDate from) {}

    /**
     * Enters an employer.
     *
     * @param id the public id the form was given, so that a form sent twice enters one
     */
    @Transactional
    void add(Actor actor, UUID id, Draft draft, @Nullable NewCover cover) {
        var isCovered = cover != null && !cover.from().isAfter(LocalDate.now(clock));
        SEAT_LIES_WITHIN_REACH.require(isCovered || seats.isWithin(draft.division(), actor.reach(EDIT)));
        CREDIT_CODE_IS_NEW.require(draft.uscc() == null || !isTaken(draft.uscc(), id));
        var employer =
                db.sql("""
                        insert into organisation.employer (public_id, name, search, uscc, uscc_accepted, ownership, industry, founded_on,
                            staff, women, origin, party, division, address, lng, lat)
                        values (:id, :name, :search::tsvector, :uscc, :accepted, :ownership, :industry, :founded, :staff, :women,
                            :origin, :party, :division, :address, :lng, :lat) returning id
                        """).paramSource(values(id, draft)).query(Long.class).single();
        var deed = changes(Deed.of("organisation.employer.add", SUBJECT, id, draft.name()), Map.of(), draft.texts());
        trail.add(actor, deed);
        if (cover == null) return;
        var found = new EmployerDirectory.Found(
                employer,
                id,
                draft.name(),
                draft.uscc(),
                EmployerState.OPERATING,
                cover.union().scope());
        trail.add(actor, CoverDesk.begun(covers.begin(found, cover.union(), cover.mode(), cover.from())));
    }

    /**
     * Writes an entry anew.
     *
     * @param seen what each field said when the form was opened
     * @throws ChangedMeanwhile where somebody changed one of them since
     */
    @Transactional
    void change(Actor actor, UUID id, Function<String, String> seen, Draft draft) {
        var reach = actor.reach(EDIT);
        hold(id);
        var entry = facts.entry(id, reach);
        var now = entry.draft();
        unchanged(seen, now.texts());
        var moves = !Objects.equals(now.division(), draft.division());
        SEAT_LIES_WITHIN_REACH.require(!moves || isCovered(entry.id()) || seats.isWithin(draft.division(), reach));
        CREDIT_CODE_IS_NEW.require(draft.uscc() == null || !isTaken(draft.uscc(), id));
        CLOSING_COMES_AFTER_THE_FOUNDING.require(entry.closedOn() == null
                || draft.foundedOn() == null
                || !entry.closedOn().isBefore(draft.foundedOn()));
        db.sql("""
                        update organisation.employer set name = :name, search = :search::tsvector, uscc = :uscc, uscc_accepted = :accepted,
                            ownership = :ownership, industry = :industry, founded_on = :founded, staff = :staff, women = :women,
                            origin = :origin, party = :party, division = :division, address = :address, lng = :lng, lat = :lat
                        where public_id = :id
                        """).paramSource(values(id, draft)).update();
        var deed =
                changes(Deed.of("organisation.employer.change", SUBJECT, id, draft.name()), now.texts(), draft.texts());
        if (!deed.changes().isEmpty()) trail.add(actor, deed);
    }

    /** What a chair reports: staff, women among them, and how many were insured at the end of a year. */
    record Figures(
            @Nullable Integer staff,
            @Nullable Integer women,
            @Nullable Integer year,
            @Nullable Integer insured) {}

    @Transactional
    void report(Actor actor, UUID id, Function<String, String> seen, Figures figures) {
        hold(id);
        var entry = facts.entry(id, actor.reach(FIGURES));
        var now = Map.of("staff", text(entry.staff()), "women", text(entry.women()));
        unchanged(seen, now);
        var year = figures.year();
        INSURED_YEAR_HAS_BEGUN.require(
                year == null || year <= LocalDate.now(clock).getYear());
        db.sql("update organisation.employer set staff = :staff, women = :women where id = :id")
                .param("staff", figures.staff())
                .param("women", figures.women())
                .param("id", entry.id())
                .update();
        var next = Map.of("staff", text(figures.staff()), "women", text(figures.women()));
        var deed = changes(Deed.of("organisation.employer.report", SUBJECT, id, entry.name()), now, next);
        if (year != null) deed = deed.with("employer-insured", insured(entry, year), insured(year, figures.insured()));
        if (year != null) write(entry.id(), year, figures.insured());
        if (!deed.changes().isEmpty()) trail.add(actor, deed);
    }

    private @Nullable String insured(EmployerFacts.Entry entry, int year) {
        return facts.insured(entry).stream()
                .filter(one -> one.year() == year)
                .map(one -> insured(year, one.insured()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String insured(int year, @Nullable Integer insured) {
        return insured == null ? null : year + ": " + insured;
    }

    private void write(long employer, int year, @Nullable Integer insured) {
        if (insured == null)
            db.sql("delete from organisation.employer_insured where employer_id = ? and year = ?")
                    .params(employer, year)
                    .update();
        else db.sql("""
                            insert into organisation.employer_insured (employer_id, year, insured) values (?, ?, ?)
                            on conflict (employer_id, year) do update set insured = excluded.insured
                            """).params(employer, year, insured).update();
    }

    private static void unchanged(Function<String, String> seen, Map<String, String> now) {
        var others = new HashMap<String, String>();
        now.forEach((field, text) -> {
            if (!text.equals(seen.apply(field))) others.put(field, text);
        });
        if (!others.isEmpty()) throw new ChangedMeanwhile(others);
    }

    /** With one change for each field that says something else. */
    private static Deed changes(Deed deed, Map<String, String> before, Map<String, String> after) {
        var told = deed;
        for (var each : after.entrySet())
            told = told.with(
                    "employer-" + each.getKey(),
                    Draft.told(each.getKey(), before.getOrDefault(each.getKey(), "")),
                    Draft.told(each.getKey(), each.getValue()));
        return told;
    }

    private static MapSqlParameterSource values(UUID id, Draft draft) {
        return new MapSqlParameterSource()
                .addValue("id", id)
                .addValue("name", draft.name())
                .addValue("search", SearchText.of(draft.name(), draft.uscc()))
                .addValue("uscc", draft.uscc())
                .addValue("accepted", draft.usccAccepted())
                .addValue("ownership", draft.ownership())
                .addValue("industry", draft.industry())
                .addValue("founded", draft.foundedOn())
                .addValue("staff", draft.staff())
                .addValue("women", draft.women())
                .addValue("origin", draft.origin())
                .addValue("party", draft.party())
                .addValue("division", draft.division())
                .addValue("address", draft.address())
                .addValue("lng", draft.lng())
                .addValue("lat", draft.lat());
    }

    /** Whoever else works on this entry waits. */
    @Unscoped("reads nothing; what is out of reach is not found right after")
    void hold(UUID id) {
        db.sql("select from organisation.employer where public_id = :id for no key update")
                .param("id", id)
                .query(row -> {});
    }

    @Unscoped("a credit code is unique over the whole cell; nothing is told but that it is taken")
    private boolean isTaken(String code, UUID own) {
        return db.sql("select exists (select from organisation.employer where uscc = ? and public_id <> ?)")
                .params(code, own)
                .query(Boolean.class)
                .single();
    }

    private boolean isCovered(long employer) {
        return db.sql("select union_id is not null from organisation.employer where id = ?")
                .param(employer)
                .query(Boolean.class)
                .single();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** For a rule that the database found broken, since another was quicker. */
    static RuleBroken taken() {
        return new RuleBroken(CREDIT_CODE_IS_NEW);
    }
}
