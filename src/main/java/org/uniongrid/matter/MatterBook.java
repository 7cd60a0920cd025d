package org.uniongrid.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;

/** Writes what happens to matters. Each matter that it writes to is locked before. */
@Repository
@Unscoped("writes for the desk, which has found the matter for its actor")
class MatterBook {

    private static final String INSERT = """
            insert into matter.matter (kind, title, words, unit_id, unit_name, person_id, person_name, asked_id, asked_name, year, nr,
                open_tasks, pack_id, route_id, opened_at, search)
            values (:kind, :title, :words, :unit, :unitName, :person, :personName, :asked, :askedName, :year, :nr, 1, :pack, :route, :now,
                :search::tsvector)
            returning id, public_id
            """;

    private static final String SUBMIT = """
            update matter.matter set title = :title, words = :words, unit_id = :unit, unit_name = :unitName,
                person_name = :personName, asked_id = :asked, asked_name = :askedName, year = :year, nr = :nr, state = 'OPEN',
                open_tasks = 1, pack_id = :pack, route_id = :route, opened_at = :now, search = :search::tsvector
            where public_id = :draft and state = 'DRAFT' and person_id = :person and kind = :kind
            returning id, public_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    MatterBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A unit that is asked for something, or asks, as it stands today. */
    record Unit(long id, String name) {}

    /** Whether the form with this key has not been sent before. */
    boolean isNew(UUID key, long matter, Actor actor) {
        return db.sql("""
                        insert into matter.action_key (key, matter_id, person_id, at) values (?, ?, ?, ?)
                        on conflict (key) do nothing
                        """).params(key, matter, actor.personId(), now()).update() == 1;
    }

    /** What the form with this key has made already; whoever sends it at the same time waits. */
    Optional<UUID> made(UUID key, Actor actor) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(key.toString())
                .query()
                .singleRow();
        return db.sql("""
                        select m.public_id from matter.action_key k join matter.matter m on m.id = k.matter_id
                        where k.key = ? and k.person_id = ?
                        """).params(key, actor.personId()).query(UUID.class).optional();
    }

    Unit unit(UUID id) {
        return db.sql("select id, name from organisation.unit where public_id = ? for key share")
                .param(id)
                .query(Unit.class)
                .single();
    }

    /** The next number of a unit in a year; whoever else wants one waits for the end of the transaction. */
    int nextNumber(long unit, int year) {
        return db.sql("""
                        insert into matter.series (unit_id, year, last) values (?, ?, 1)
                        on conflict (unit_id, year) do update set last = matter.series.last + 1 returning last
                        """).params(unit, year).query(Integer.class).single();
    }

    /**
     * A matter that is new, with one step to be opened.
     *
     * @param from null where a person asks for themselves
     */
    record New(String kind, @Nullable Unit from, Unit to, String title, String words, UUID pack, long route) {}

    record Filed(long id, UUID publicId) {}

    /** @param draft public id of the draft that it was until now; null where there was none */
    Filed add(New it, Asker asker, @Nullable UUID draft) {
        var year = LocalDate.now(clock).getYear();
        var nr = nextNumber(it.to().id(), year);
        var filed = db.sql(draft == null ? INSERT : SUBMIT)
                .param("draft", draft)
                .param("kind", it.kind())
                .param("title", it.title())
                .param("search", Bigrams.vector(it.title()))
                .param("words", it.words())
                .param("unit", it.from() == null ? null : it.from().id())
                .param("unitName", it.from() == null ? "" : it.from().name())
                .param("person", asker.personId())
                .param("personName", asker.name())
                .param("asked", it.to().id())
                .param("askedName", it.to().name())
                .param("year", year)
                .param("nr", nr)
                .param("pack", it.pack())
                .param("route", it.route())
                .param("now", now())
                .query(Filed.class)
                .optional()
                .orElseThrow(() -> new RuleBroken(MatterRule.DRAFT_IS_YOURS));
        if (it.from() == null) addParties(filed.id(), asker, it.to().id());
        else addParties(filed.id(), it.from().id(), it.to().id());
        return filed;
    }

    private void addParties(long matter, long asker, long handler) {
        db.sql("""
                        insert into matter.party (matter_id, part, unit_id, scope, since)
                        select :matter, case u.id when :asker then 'ASKER' else 'HANDLER' end, u.id, u.scope, :now
                        from organisation.unit u where u.id in (:asker, :handler)
                        """)
                .param("matter", matter)
                .param("asker", asker)
                .param("handler", handler)
                .param("now", now())
                .update();
    }

    private void addParties(long matter, Asker asker, long handler) {
        db.sql("""
                        insert into matter.party (matter_id, part, person_id, unit_id, scope, since)
                        select :matter, 'ASKER', :person, null, null, :now
                        union all select :matter, 'HANDLER', null, u.id, u.scope, :now from organisation.unit u where u.id = :handler
                        """)
                .param("matter", matter)
                .param("person", asker.personId())
                .param("handler", handler)
                .param("now", now())
                .update();
    }

    /** Its steps are done already. It is closed at once, unless whoever asked may say until then that it is not solved. */
    void end(Matter matter, MatterState outcome, @Nullable Instant closesAt) {
        db.sql("""
                        update matter.matter
                        set state = case when :closesAt::timestamptz is null then 'CLOSED' else 'ANSWERED' end, outcome = :outcome, open_tasks = 0,
                            answered_at = case :outcome when 'ANSWERED' then :now end, closes_at = :closesAt,
                            closed_at = case when :closesAt::timestamptz is null then :now end
                        where id = :matter
                        """)
                .param("matter", matter.id())
                .param("outcome", outcome.name())
                .param("closesAt", closesAt == null ? null : closesAt.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .update();
    }

    /** One that was answered. */
    void close(long matter) {
        db.sql(
                        "update matter.matter set state = 'CLOSED', closes_at = null, closed_at = ? where id = ? and state = 'ANSWERED'")
                .params(now(), matter)
                .update();
    }

    /** With one step in somebody's hands. */
    void reopen(Matter matter) {
        db.sql(
                        "update matter.matter set state = 'OPEN', outcome = null, answered_at = null, closes_at = null, closed_at = null, open_tasks = 1 where id = ?")
                .param(matter.id())
                .update();
    }

    /** As many steps are in somebody's hands as there are. */
    void count(Matter matter) {
        db.sql("""
                        update matter.matter m set open_tasks = (
                            select count(*) from matter.task t where t.matter_id = m.id and t.state = 'OPEN') where m.id = ?
                        """).param(matter.id()).update();
    }

    /** @param handles whether it has a part of the work, or is told only */
    void addParty(Matter matter, Unit unit, boolean handles) {
        db.sql("""
                        insert into matter.party (matter_id, part, unit_id, scope, since)
                        select :matter, :part, u.id, u.scope, :now from organisation.unit u where u.id = :unit
                        on conflict (matter_id, part, person_id, unit_id) do nothing
                        """)
                .param("matter", matter.id())
                .param("part", handles ? "HANDLER" : "COPIED")
                .param("unit", unit.id())
                .param("now", now())
                .update();
    }

    /** Who moved a matter last. */
    String lastMover(Matter matter) {
        return db.sql(
                        "select person_name from matter.entry where matter_id = ? and person_id is not null and action not in ('COMMENT', 'URGE', 'ATTACH', 'DETACH') order by id desc limit 1")
                .param(matter.id())
                .query(String.class)
                .single();
    }

    boolean wasUrgedSince(Matter matter, Instant since) {
        return db.sql("select exists (select from matter.entry where matter_id = ? and action = 'URGE' and at >= ?)")
                .params(matter.id(), since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
