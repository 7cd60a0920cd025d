package org.uniongrid.organisation.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;

/** Everything the page of one union shows. Takes a {@link Unit}, which {@link Units} finds within reach only. */
@Component
public class UnitFacts {

    private final JdbcClient db;
    private final Identities identities;
    private final Clock clock;

    UnitFacts(JdbcClient db, Identities identities, Clock clock) {
        this.db = db;
        this.identities = identities;
        this.clock = clock;
    }

    /** The register entry. */
    public record Entry(
            @Nullable String code,
            Category category,
            @Nullable Tier tier,
            @Nullable Integer registerType,
            @Nullable Integer registerForm,
            @Nullable String division,
            @Nullable String divisionName,
            @Nullable String address,
            @Nullable LocalDate foundedOn,
            @Nullable String foundingWay,
            @Nullable String replyNumber,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termTo,
            @Nullable Integer staff,
            @Nullable Integer women,
            @Nullable Integer members,
            @Nullable Integer womenMembers,
            boolean overdue) {}

    /** A post and whoever holds it today; the phone is masked. */
    public record Held(
            String title,
            @Nullable Long personId,
            @Nullable UUID publicId,
            @Nullable String person,
            @Nullable LocalDate since,
            @Nullable String phone) {}

    /** A name and when it was so; open where it still is. */
    public record Span(
            String text, LocalDate since, @Nullable LocalDate until) {}

    /** The union above in one line, or null at the top, and when it was so. */
    public record Place(
            String line,
            @Nullable UUID parent,
            @Nullable String name,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** How many there are, this union among them, and what they reported. */
    public record Below(
            long unions,
            long employers,
            long covered,
            @Nullable Long staff,
            @Nullable Long members,
            long overdue) {}

    /** Something with a page of its own. */
    public record Child(UUID id, String name) {}

    /** Everything at once; the children and the employers covered are the first few, the lists have them all. */
    public record Whole(
            Entry entry,
            Below below,
            List<Held> posts,
            List<Child> children,
            List<Child> covered,
            List<Span> names,
            List<Place> places) {}

    Whole of(Unit unit) {
        return new Whole(
                entry(unit), below(unit), posts(unit), children(unit), covered(unit), names(unit), places(unit));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Entry entry(Unit unit) {
        return db.sql("""
                        select u.code, u.category, u.tier, u.register_type, u.register_form, u.division,
                               (select string_agg(d.name, ' ' order by length(d.code)) from organisation.division d
                                where starts_with(u.division, d.code) and length(d.code) > 2) as division_name,
                               u.address, u.founded_on, u.founding_way, u.reply_number, u.term_from, u.term_to,
                               u.staff, u.women, u.members, u.women_members,
                               coalesce(u.term_to < :today, false) as overdue
                        from organisation.unit u where u.id = :unit
                        """)
                .param("unit", unit.id())
                .param("today", today())
                .query(Entry.class)
                .single();
    }

    private List<Held> posts(Unit unit) {
        return db.sql("""
                        select o.title, p.id as person_id, p.public_id, p.name as person, lower(t.during) as since, null as phone
                        from organisation.post o
                        left join organisation.tenure t on t.post_id = o.id and t.during @> :today
                        left join people.person p on p.id = t.person_id
                        where o.unit_id = :unit and (o.closed_on is null or o.closed_on > :today) order by o.id, t.acting, t.id
                        """).param("unit", unit.id()).param("today", today()).query(Held.class).list().stream()
                .map(this::withPhone)
                .toList();
    }

    private Held withPhone(Held held) {
        if (held.personId() == null) return held;
        var phone = identities.masked(held.personId()).get(IdentityField.PHONE);
        return new Held(held.title(), held.personId(), held.publicId(), held.person(), held.since(), phone);
    }

    /** Read over the subtree: the unions below and the employers that stand there. */
    private Below below(Unit unit) {
        return db.sql("""
                        select (select count(*) from organisation.unit u
                                where u.scope >= :from and u.scope < :to) as unions,
                               (select count(*) from organisation.unit u
                                where u.scope >= :from and u.scope < :to and u.term_to < :today) as overdue,
                               (select sum(u.members) from organisation.unit u
                                where u.scope >= :from and u.scope < :to
                                  and u.category not in ('FEDERATION', 'REGIONAL', 'INDUSTRIAL', 'CHAIN')) as members,
                               e.employers, e.covered, e.staff
                        from (select count(*) as employers, count(union_id) as covered, sum(staff) as staff
                              from organisation.employer where scope >= :from and scope < :to) e
                        """)
                .param("from", unit.seen().from())
                .param("to", unit.seen().to())
                .param("today", today())
                .query(Below.class)
                .single();
    }

    private List<Span> names(Unit unit) {
        return db.sql("""
                        select name as text, lower(during) as since, upper(during) as until
                        from organisation.unit_name where unit_id = ? order by during desc
                        """).param(unit.id()).query(Span.class).list();
    }

    /** Where it stood over time, in every line. */
    private List<Place> places(Unit unit) {
        return db.sql("""
                        select l.name as line, u.public_id as parent, u.name, lower(p.during) as since, upper(p.during) as until
                        from organisation.place p
                        join organisation.line l on l.id = p.line_id
                        left join organisation.unit u on u.id = p.parent_id
                        where p.unit_id = ? order by p.line_id, p.during desc
                        """).param(unit.id()).query(Place.class).list();
    }

    private List<Child> children(Unit unit) {
        if (unit.isSeenAlone()) return List.of();
        return db.sql("""
                        select u.public_id as id, u.name from organisation.place p
                        join organisation.unit u on u.id = p.unit_id
                        where p.parent_id = ? and p.line_id = 1 and p.path is not null order by u.scope limit 12
                        """).param(unit.id()).query(Child.class).list();
    }

    private List<Child> covered(Unit unit) {
        return db.sql("select public_id as id, name from organisation.employer where union_id = ? order by id limit 12")
                .param(unit.id())
                .query(Child.class)
                .list();
    }
}
