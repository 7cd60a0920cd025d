package org.uniongrid.organisation.appointments;

import static org.uniongrid.organisation.appointments.AppointmentRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.PeopleLeft;
import org.uniongrid.organisation.PostWork;
import org.uniongrid.organisation.RoleName;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;

/** Where people are put into posts and taken out of them. Posts and people are handed in as found within reach. */
@Component
class AppointmentDesk {

    private static final String SUBJECT = "organisation.post";

    private final JdbcClient db;
    private final Persons persons;
    private final Identities identities;
    private final AuditTrail trail;
    private final Notices notices;
    private final PostWork work;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppointmentDesk(
            JdbcClient db,
            Persons persons,
            Identities identities,
            AuditTrail trail,
            Notices notices,
            PostWork work,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.persons = persons;
        this.identities = identities;
        this.trail = trail;
        this.notices = notices;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody whom the cell does not know yet; phone and e-mail may be empty. */
    record Newcomer(String name, String phone, String email) {}

    /** When a post shall be held, and whether only in its holder's place. */
    record Span(LocalDate from, @Nullable LocalDate until, boolean acting) {}

    /**
     * Who gets what a post has in hand.
     *
     * @param to public id of a post of the unit; null where it stays with the post, and with the unit while nobody holds it
     * @param key of the form it came from
     */
    record Next(@Nullable UUID to, UUID key) {}

    /** Makes a post in a unit, or of the whole cell where there is none. */
    @Transactional
    UUID open(Actor actor, @Nullable PostUnit unit, PostRole role, String title) {
        NOBODY_GIVES_MORE_THAN_THEY_HOLD.require(Gift.may(actor, role, unit));
        var id = db.sql("""
                        insert into organisation.post (unit_id, role_id, cell_wide, title) values (:unit, :role, :cell, :title)
                        returning public_id
                        """)
                .param("unit", unit == null ? null : unit.id())
                .param("role", role.id())
                .param("cell", unit == null)
                .param("title", title)
                .query(UUID.class)
                .single();
        var label = unit == null ? title : unit.name() + " · " + title;
        trail.add(
                actor,
                Deed.of("organisation.post.open", SUBJECT, id, label)
                        .with("post-role", null, role.name().key()));
        return id;
    }

    /**
     * From today there is no such post; nobody holds it then, and nobody shall.
     *
     * @param next what becomes of what it still has
     */
    @Transactional
    void close(Actor actor, Post post, Next next) {
        NOBODY_TAKES_MORE_THAN_THEY_HOLD.require(Gift.mayTake(actor, post.role()));
        POST_IS_OPEN.require(!post.isClosed());
        var today = today();
        POST_IS_VACANT_BEFORE_IT_CLOSES.require(!isHeld(post, new Span(today, null, false), true));
        db.sql("update organisation.post set closed_on = ? where id = ?")
                .params(today, post.id())
                .update();
        trail.add(actor, deed("organisation.post.close", post).with("closed-on", null, today.toString()));
        handOn(actor, post, null, today, next);
    }

    @Transactional
    void appoint(Actor actor, Post post, Candidates.Candidate person, Span span) {
        NOBODY_APPOINTS_THEMSELVES.require(!actor.isAbout(person.id()));
        check(actor, post, span);
        checkExclusions(post, person.id(), span);
        begin(actor, post, person.id(), person.name(), span);
    }

    @Transactional
    void appoint(Actor actor, Post post, Newcomer newcomer, Span span) {
        check(actor, post, span);
        var person = persons.add(newcomer.name());
        if (!newcomer.phone().isBlank()) identities.keep(person, IdentityField.PHONE, newcomer.phone());
        if (!newcomer.email().isBlank()) identities.keep(person, IdentityField.EMAIL, newcomer.email());
        begin(actor, post, person, newcomer.name(), span);
    }

    /**
     * Ends a tenure; one that would end before it began is withdrawn.
     *
     * @param next what becomes of what the post has
     */
    @Transactional
    void end(Actor actor, Post post, Tenure tenure, LocalDate until, String reason, Next next) {
        NOBODY_ENDS_THEMSELVES.require(!actor.isAbout(tenure.personId()));
        NOBODY_TAKES_MORE_THAN_THEY_HOLD.require(Gift.mayTake(actor, post.role()));
        TENURE_ENDS_TODAY_OR_LATER.require(!until.isBefore(today()));
        TENURE_IS_NOT_OVER.require(tenure.until() == null || until.isBefore(tenure.until()));
        var withdrawn = !until.isAfter(tenure.since());
        if (withdrawn)
            db.sql("delete from organisation.tenure where id = ?")
                    .param(tenure.id())
                    .update();
        else
            db.sql("update organisation.tenure set during = daterange(lower(during), ?), ended_for = ? where id = ?")
                    .params(until, reason, tenure.id())
                    .update();
        trail.add(
                actor,
                deed(withdrawn ? "organisation.tenure.withdraw" : "organisation.tenure.end", post)
                        .about(tenure.personId())
                        .because(reason)
                        .with("holder", tenure.name(), null)
                        .with("tenure-until", text(tenure.until()), until.toString()));
        tell("organisation.tenure-ended", post, tenure.personId(), until);
        handOn(actor, post, tenure.publicId(), until, next);
        if (post.unit() != null && !until.isAfter(today()))
            events.publishEvent(new PeopleLeft(List.of(post.unit().id())));
    }

    private void handOn(Actor actor, Post post, @Nullable UUID leaving, LocalDate day, Next next) {
        if (next.to() != null)
            work.handOn(actor, new PostWork.Order(post.publicId(), next.to(), day, next.key()), leaving);
    }

    private void check(Actor actor, Post post, Span span) {
        POST_IS_OPEN.require(!post.isClosed());
        NOBODY_GIVES_MORE_THAN_THEY_HOLD.require(Gift.may(actor, post.role(), post.unit()));
        TENURE_BEGINS_TODAY_OR_LATER.require(!span.from().isBefore(today()));
        TENURE_ENDS_AFTER_IT_BEGINS.require(span.until() == null || span.until().isAfter(span.from()));
        STANDING_IN_HAS_AN_END.require(!span.acting() || span.until() != null);
        POST_HAS_ONE_HOLDER.require(span.acting() || !isHeld(post, span, false));
    }

    private void begin(Actor actor, Post post, long person, String name, Span span) {
        db.sql("""
                        insert into organisation.tenure (post_id, person_id, during, acting)
                        values (:post, :person, daterange(:from, :until), :acting)
                        """)
                .param("post", post.id())
                .param("person", person)
                .param("from", span.from())
                .param("until", span.until())
                .param("acting", span.acting())
                .update();
        trail.add(
                actor,
                deed("organisation.tenure.begin", post)
                        .about(person)
                        .with("holder", null, name)
                        .with("tenure-from", null, span.from().toString())
                        .with("tenure-until", null, text(span.until()))
                        .with("standing-in", null, span.acting() ? "true" : null));
        tell("organisation.appointed", post, person, span.from());
    }

    private void tell(String kind, Post post, long person, LocalDate day) {
        notices.tell(Notice.of(kind + ":" + UUID.randomUUID(), kind, person)
                .with("post", post.label())
                .with("day", day.toString()));
    }

    private boolean isHeld(Post post, Span span, boolean evenByStandIns) {
        return db.sql("""
                        select exists (select from organisation.tenure where post_id = :post
                                       and during && daterange(:from, :until) and (:all or not acting))
                        """)
                .param("post", post.id())
                .param("from", span.from())
                .param("until", span.until())
                .param("all", evenByStandIns)
                .query(Boolean.class)
                .single();
    }

    /** The database refuses it too, also where two do it at once; here it can be told which role stands against it. */
    private void checkExclusions(Post post, long person, Span span) {
        db.sql("""
                        select r.key, r.name from organisation.tenure t
                        join organisation.post o on o.id = t.post_id
                        join organisation.role r on r.id = o.role_id
                        join organisation.role_exclusion x
                            on x.one_id = least(o.role_id, :role) and x.other_id = greatest(o.role_id, :role)
                        where t.person_id = :person and t.during && daterange(:from, :until) limit 1
                        """)
                .param("role", post.role().id())
                .param("person", person)
                .param("from", span.from())
                .param("until", span.until())
                .query(RoleName.class)
                .optional()
                .ifPresent(other -> {
                    throw new RuleBroken(ROLES_EXCLUDE_ONE_ANOTHER, post.role().name(), other);
                });
    }

    private static Deed deed(String action, Post post) {
        return Deed.of(action, SUBJECT, post.publicId(), post.label());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
