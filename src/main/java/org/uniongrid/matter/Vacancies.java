package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.PostWork;

/** What a post has when its holder leaves, who has it then, and the word that hands it on. */
@Component
@Unscoped("of a post that was found within the actor's reach; counts, and posts of its own unit")
class Vacancies implements PostWork {

    private static final int NAMED = 5;

    /** Those of the unit who handle matters on a day, without the tenure that ends and without the post itself. */
    private static final String OTHERS = """
             from organisation.post own
            join matter.handlers(:day) h on h.unit_id = own.unit_id and h.post_id <> own.id
            left join organisation.tenure n on n.id = h.tenure_id
            join organisation.post o on o.id = h.post_id join people.person p on p.id = h.person_id
            where own.public_id = :post and n.public_id is distinct from :leaving
            """;

    private final JdbcClient db;
    private final HandOns handOns;
    private final Clock clock;

    Vacancies(JdbcClient db, HandOns handOns, Clock clock) {
        this.db = db;
        this.handOns = handOns;
        this.clock = clock;
    }

    private record Place(long id, UUID unit, @Nullable String scope) {}

    @Override
    @Transactional(readOnly = true)
    public Load of(UUID post, LocalDate day, @Nullable UUID leaving, Actor actor) {
        var place = place(post);
        if (place.isEmpty())
            return new Load(List.of(), 0, new Cover(Way.NOBODY, List.of()), List.of(), null, null, null);
        var counts = counts(place.get().id());
        return new Load(
                counts,
                delegations(place.get().id()),
                cover(post, day, leaving),
                receivers(post, day, leaving),
                handOns.moving(place.get().id()).orElse(null),
                counts.isEmpty() ? null : list(post, place.get(), actor),
                actor.may("organisation.post.edit") ? "/matters/posts/" + post + "/delegations" : null);
    }

    /** Posts of the whole cell have no matters. */
    private Optional<Place> place(UUID post) {
        return db.sql("""
                        select o.id, u.public_id as unit, u.scope from organisation.post o
                        join organisation.unit u on u.id = o.unit_id where o.public_id = ?
                        """).param(post).query(Place.class).optional();
    }

    private List<Count> counts(long post) {
        return db.sql("""
                        select 'matter.kind.' || m.kind as label, count(*) as open, count(*) filter (where t.due_at < :now) as late
                        from matter.task t join matter.matter m on m.id = t.matter_id
                        where t.holder_kind = 'POST' and t.holder_id = :post and t.state <> 'DONE' group by m.kind order by m.kind
                        """)
                .param("post", post)
                .param("now", OffsetDateTime.now(clock))
                .query(Count.class)
                .list();
    }

    private int delegations(long post) {
        return db.sql("""
                        select count(*) from matter.delegation d
                        where :post in (d.post_id, d.to_post_id) and upper(d.during) > :today and d.ended_at is null
                        """)
                .param("post", post)
                .param("today", LocalDate.now(clock))
                .query(Integer.class)
                .single();
    }

    private static @Nullable String list(UUID post, Place place, Actor actor) {
        var scope = place.scope();
        return scope != null && Matters.reach(actor).sees(new Scope(scope)) ? "/matters?box=all&post=" + post : null;
    }

    private record Next(String name, boolean acting) {}

    private Cover cover(UUID post, LocalDate day, @Nullable UUID leaving) {
        var next = next(post, day, leaving);
        if (next.isPresent())
            return new Cover(
                    next.get().acting() ? Way.ACTING : Way.SUCCESSOR,
                    List.of(next.get().name()));
        var others = asked(
                        "select distinct o.title || ' ' || p.name as label, o.id" + OTHERS + " order by o.id limit "
                                + NAMED,
                        post,
                        day,
                        leaving)
                .query((row, number) -> row.getString("label"))
                .list();
        if (!others.isEmpty()) return new Cover(Way.POOL, others);
        return above(post, day)
                .map(name -> new Cover(Way.ABOVE, List.of(name)))
                .orElseGet(() -> new Cover(Way.NOBODY, List.of()));
    }

    private Optional<Next> next(UUID post, LocalDate day, @Nullable UUID leaving) {
        return asked("""
                        select p.name, n.acting from organisation.post o join organisation.tenure n on n.post_id = o.id and n.during @> :day
                        join people.person p on p.id = n.person_id
                        where o.public_id = :post and n.public_id is distinct from :leaving order by n.acting, n.id limit 1
                        """, post, day, leaving).query(Next.class).optional();
    }

    private Optional<String> above(UUID post, LocalDate day) {
        return db.sql("""
                        select a.name from organisation.post o join organisation.unit a on a.id in (
                            select ('x' || lpad(x, 16, '0'))::bit(64)::bigint
                            from unnest(string_to_array(trim('/' from organisation.rest_scope(o.unit_id)), '/')) x)
                        where o.public_id = :post and a.id <> o.unit_id
                          and exists (select from matter.handlers(:day) h where h.unit_id = a.id)
                        order by length(a.scope) desc limit 1
                        """)
                .param("post", post)
                .param("day", day)
                .query(String.class)
                .optional();
    }

    private List<Receiver> receivers(UUID post, LocalDate day, @Nullable UUID leaving) {
        return asked(
                        "select distinct on (o.id) o.public_id as post, o.title || ' ' || p.name as label" + OTHERS
                                + " order by o.id, h.tenure_id",
                        post,
                        day,
                        leaving)
                .query(Receiver.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, UUID post, LocalDate day, @Nullable UUID leaving) {
        return db.sql(sql).param("post", post).param("day", day).param("leaving", leaving);
    }

    @Override
    @Transactional
    public void handOn(Actor actor, Order order, @Nullable UUID leaving) {
        if (order.to() == null) {
            handOns.cancel(actor, order);
            return;
        }
        var to = receivers(order.post(), order.day(), leaving).stream()
                .filter(one -> one.post().equals(order.to()))
                .findFirst()
                .orElseThrow(() -> new RuleBroken(MatterRule.HANDED_ON_TO_A_COLLEAGUE));
        handOns.order(actor, order, to);
    }
}
