package org.uniongrid.organisation.roles;

import static java.util.stream.Collectors.toSet;
import static org.uniongrid.organisation.roles.RoleRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Extent;

/** Where the security administrator makes roles and changes them. What changes counts with the next request. */
@Component
class RoleDesk {

    private static final String SUBJECT = "organisation.role";

    private final Roles roles;
    private final JdbcClient db;
    private final AuditTrail trail;
    private final Clock clock;

    RoleDesk(Roles roles, JdbcClient db, AuditTrail trail, Clock clock) {
        this.roles = roles;
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a role shall be. */
    record Draft(String name, Extent reach, Set<String> permissions) {}

    @Transactional
    UUID create(Actor actor, Draft draft) {
        check(draft);
        UUID id;
        try {
            id = db.sql("""
                            with number as (select nextval(pg_get_serial_sequence('organisation.role', 'id')) as id)
                            insert into organisation.role (id, key, name, reach, cell_wide, permissions)
                            select id, 'role-' || id, :name, :reach, :reach = 'CELL', :permissions from number
                            returning public_id
                            """).params(values(draft)).query(UUID.class).single();
        } catch (DuplicateKeyException taken) {
            throw new RuleBroken(ROLE_NAME_IS_NEW);
        }
        trail.add(
                actor,
                Deed.of("organisation.role.create", SUBJECT, id, draft.name())
                        .with("role-reach", null, draft.reach().name())
                        .with("permissions", null, text(draft.permissions())));
        return id;
    }

    @Transactional
    void change(Actor actor, UUID id, Draft draft) {
        var role = own(actor, id);
        ROLE_REACH_FITS_ITS_POSTS.require(isCell(draft.reach()) == isCell(role.reach()) || !hasPosts(role));
        check(draft);
        var name = role.isBuiltIn() ? null : draft.name();
        try {
            db.sql("""
                            update organisation.role set name = :kept, reach = :reach, cell_wide = :reach = 'CELL',
                                permissions = :permissions where id = :id
                            """)
                    .params(values(draft))
                    .param("kept", name)
                    .param("id", role.id())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new RuleBroken(ROLE_NAME_IS_NEW);
        }
        trail.add(
                actor,
                deed("change", role)
                        .with("role-name", role.name().name(), name)
                        .with("role-reach", role.reach().name(), draft.reach().name())
                        .with("permissions", text(role.permissions()), text(draft.permissions())));
    }

    /** Nobody gets it any more; who held it once is still known. */
    @Transactional
    void retire(Actor actor, UUID id) {
        var role = own(actor, id);
        ROLE_OF_THE_PLATFORM_STAYS.require(!role.isBuiltIn());
        ROLE_IS_HELD_BY_NOBODY.require(!isHeldTodayOrLater(role));
        db.sql("update organisation.role set retired_on = ? where id = ?")
                .params(LocalDate.now(clock), role.id())
                .update();
        trail.add(actor, deed("retire", role));
    }

    /** From now on nobody holds both. */
    @Transactional
    void exclude(Actor actor, UUID id, UUID otherId) {
        var role = find(actor, id);
        var other = find(actor, otherId);
        ROLES_ARE_TWO.require(role.id() != other.id());
        var together = held(role, other);
        if (together > 0) throw new RuleBroken(ROLES_ARE_NOT_HELD_TOGETHER, together);
        var added =
                db.sql("""
                        insert into organisation.role_exclusion (one_id, other_id)
                        values (least(:one, :other), greatest(:one, :other)) on conflict do nothing
                        """).param("one", role.id()).param("other", other.id()).update();
        if (added > 0) trail.add(actor, deed("exclude", role).with("excluded-role", null, label(other)));
    }

    /** A person may hold both again. */
    @Transactional
    void allow(Actor actor, UUID id, UUID otherId) {
        var role = find(actor, id);
        var other = find(actor, otherId);
        ROLE_PAIR_IS_NOT_FIXED.require(!role.fixed() || !other.fixed());
        var given =
                db.sql("""
                        delete from organisation.role_exclusion
                        where one_id = least(:one, :other) and other_id = greatest(:one, :other)
                        """).param("one", role.id()).param("other", other.id()).update();
        if (given > 0) trail.add(actor, deed("allow", role).with("excluded-role", label(other), null));
    }

    private Role find(Actor actor, UUID id) {
        return roles.find(id, actor.reach("organisation.role.edit"));
    }

    /** A role that may be changed, and by this person: not one they hold in whatever post. */
    private Role own(Actor actor, UUID id) {
        var role = find(actor, id);
        ROLE_IS_NOT_FIXED.require(!role.fixed());
        ROLE_IS_NOT_RETIRED.require(!role.isRetired());
        ROLE_IS_NOT_ONES_OWN.require(actor.posts().stream()
                .noneMatch(post -> post.role().equals(role.name().key())));
        return role;
    }

    private void check(Draft draft) {
        var duties = roles.permissions().stream()
                .filter(one -> draft.permissions().contains(one.key()))
                .map(Granted::duty)
                .collect(toSet());
        ROLE_DUTIES_KEEP_APART.require(Duty.mayMeet(duties));
        ROLE_OF_AN_ADMINISTRATOR_REACHES_THE_CELL.require(
                isCell(draft.reach()) || duties.stream().noneMatch(Duty::isOfAnAdministrator));
    }

    private boolean hasPosts(Role role) {
        return db.sql("select exists (select from organisation.post where role_id = ?)")
                .param(role.id())
                .query(Boolean.class)
                .single();
    }

    private boolean isHeldTodayOrLater(Role role) {
        return db.sql("""
                        select exists (select from organisation.post o join organisation.tenure t on t.post_id = o.id
                        where o.role_id = ? and t.during && daterange(?, null))
                        """)
                .params(role.id(), LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    private int held(Role role, Role other) {
        return db.sql("""
                        select count(distinct t.person_id) from organisation.post o
                        join organisation.tenure t on t.post_id = o.id and o.role_id = :one
                        join organisation.tenure also on also.person_id = t.person_id
                        join organisation.post p on p.id = also.post_id and p.role_id = :other
                        where t.during * also.during && daterange(:today, null)
                        """)
                .param("one", role.id())
                .param("other", other.id())
                .param("today", LocalDate.now(clock))
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> values(Draft draft) {
        return Map.of(
                "name",
                draft.name(),
                "reach",
                draft.reach().name(),
                "permissions",
                draft.permissions().toArray(String[]::new));
    }

    private static Deed deed(String action, Role role) {
        return Deed.of("organisation.role." + action, SUBJECT, role.publicId(), label(role));
    }

    private static String label(Role role) {
        return role.name().name() == null ? role.name().key() : role.name().name();
    }

    private static boolean isCell(Extent reach) {
        return reach == Extent.CELL;
    }

    private static String text(Set<String> permissions) {
        return String.join(", ", new TreeSet<>(permissions));
    }
}
