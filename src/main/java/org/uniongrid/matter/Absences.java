package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Scope;

/** 代人设置: whoever appoints in a unit delegates for a holder who is away, ill or gone. */
@Component
public class Absences {

    private static final String APPOINTS = "organisation.post.edit";

    /** Title and holder of a post {@code o}. Wants {@code :today}. */
    private static final String LABEL = """
             o.title || coalesce(' ' || (select p.name from organisation.tenure n join people.person p on p.id = n.person_id
                where n.post_id = o.id and n.during @> :today order by n.acting, n.id limit 1), '')
            """;

    private final JdbcClient db;
    private final Delegations delegations;
    private final Tasks tasks;
    private final Clock clock;

    Absences(JdbcClient db, Delegations delegations, Tasks tasks, Clock clock) {
        this.db = db;
        this.delegations = delegations;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * A post within the actor's reach whose work may be delegated.
     *
     * @param title with who holds it
     * @param unit internal id
     */
    public record Away(UUID post, String title, long unit, String unitName) {

        String label() {
            return unitName + " · " + title;
        }
    }

    private record Found(
            UUID post,
            String title,
            long unit,
            String unitName,
            @Nullable String scope,
            String[] permissions) {}

    /** @throws NoSuchElementException where the actor may not appoint there */
    public Away away(UUID post, Actor actor) {
        var found = find(post)
                .filter(one -> one.scope() != null && actor.reach(APPOINTS).sees(new Scope(one.scope())))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No post " + post));
        return new Away(found.post(), found.title(), found.unit(), found.unitName());
    }

    private Stream<Found> find(UUID post) {
        return db
                .sql("""
                        select o.public_id as post, """ + LABEL + """
                         as title, u.id as unit, u.name as unit_name, u.scope, r.permissions
                        from organisation.post o join organisation.unit u on u.id = o.unit_id
                        join organisation.role r on r.id = o.role_id where o.public_id = :post
                        """)
                .param("post", post)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new Found(
                        row.getObject("post", UUID.class),
                        row.getString("title"),
                        row.getLong("unit"),
                        row.getString("unit_name"),
                        row.getString("scope"),
                        (String[]) row.getArray("permissions").getArray()))
                .list()
                .stream();
    }

    public List<Delegations.Delegation> of(Away away, Actor actor) {
        return delegations.of(away(away.post(), actor).post());
    }

    /** Colleagues of the unit, and where it is within the actor's reach, the unit right above; never the actor. */
    public List<Tasks.Post> substitutes(Away away, Actor actor) {
        return Stream.concat(Stream.of(away.unit()), above(away, actor).stream())
                .flatMap(unit -> tasks.posts(unit).stream())
                .filter(one -> !one.id().equals(away.post()) && one.holderId() != actor.personId())
                .toList();
    }

    private List<Long> above(Away away, Actor actor) {
        return db.sql("""
                        select a.id from organisation.place p join organisation.unit a on a.id = p.parent_id
                        where p.unit_id = :unit and p.line_id = 1 and p.path is not null and organisation.sees(:reach, a.scope)
                        """)
                .param("unit", away.unit())
                .param("reach", actor.reach(APPOINTS).asArray())
                .query(Long.class)
                .list();
    }

    /** The posts of the unit of the actor's own post for which they may do so. */
    public List<Away> around(Actor actor) {
        var own = actor.chosen();
        if (own == null || own.scope() == null || !actor.reach(APPOINTS).sees(own.scope())) return List.of();
        return db.sql("""
                        select o.public_id as post, """ + LABEL + """
                         as title,
                               u.id as unit, u.name as unit_name
                        from organisation.unit u join organisation.post o on o.unit_id = u.id and o.closed_on is null
                        join organisation.role r on r.id = o.role_id and 'matter.handle' = any (r.permissions)
                        where u.public_id = :unit and o.public_id <> :own order by o.id
                        """)
                .param("unit", own.unitId())
                .param("own", own.id())
                .param("today", LocalDate.now(clock))
                .query(Away.class)
                .list();
    }

    @Transactional
    public void add(Actor actor, Away away, Delegations.Order order) {
        MatterRule.NOBODY_DELEGATES_MORE_THAN_THEY_HOLD.require(holds(actor, away.post()));
        delegations.add(actor, own(away), order, substitutes(away, actor));
    }

    /** As with appointments: who makes the roles may do it for all, others for posts that may do no more than theirs. */
    private boolean holds(Actor actor, UUID post) {
        return actor.may("organisation.role.edit")
                || find(post)
                        .allMatch(one -> Objects.requireNonNull(actor.chosen())
                                .permissions()
                                .containsAll(Set.of(one.permissions())));
    }

    private static Delegations.Own own(Away away) {
        return new Delegations.Own(away.post(), away.label(), true);
    }

    /** @throws NoSuchElementException where the post has none such */
    @Transactional
    public void end(Actor actor, Away away, UUID id) {
        delegations.end(actor, id, of(away, actor));
    }
}
