package org.uniongrid.matrix;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.matrix.Kinds.Made;
import org.uniongrid.matrix.Kinds.Spot;
import org.uniongrid.matter.Papers;

/** Matters, and what stands beside them. */
final class MatterRecords {

    private final Union union;
    private final JdbcClient db;
    private final Papers.Accepted paper;

    MatterRecords(Union union, JdbcClient db, Papers papers) {
        this.union = union;
        this.db = db;
        paper = papers.accept(List.of(new Papers.Sent("矩.txt", "矩".getBytes(StandardCharsets.UTF_8))))
                .getFirst();
    }

    private static Made made(UUID id, String... words) {
        return new Made(id.toString(), List.of(words), null);
    }

    /** A union below the unit asks it for something, and it waits in the unit's pool; its step and its paper have its id. */
    Made matter(Spot spot) {
        var asker = union.enterprise(spot.unit(), "矩问");
        var title = "矩事" + asker.id() + "号";
        var id = db.sql("""
                        with made as (
                            insert into matter.matter (kind, title, words, unit_id, unit_name, person_id, person_name, asked_id,
                                asked_name, year, nr, open_tasks, pack_id, opened_at)
                            select 'general', :title, '矩阵', :asker, '矩', :person, '矩', :asked, '矩', 2000, :asker, 1, p.public_id, now()
                            from organisation.rule_pack p where p.subject = 'general-request' limit 1 returning id, public_id),
                        parties as (
                            insert into matter.party (matter_id, part, unit_id, scope, since)
                            select made.id, case u.id when :asked then 'HANDLER' else 'ASKER' end, u.id, u.scope, now()
                            from made, organisation.unit u where u.id in (:asker, :asked)),
                        waiting as (
                            insert into matter.task (public_id, matter_id, step, holder_kind, holder_id, unit_id, started_at, due_at)
                            select public_id, id, 'handle', 'POOL', :asked, :asked, now(), now() + interval '9 days' from made),
                        papered as (
                            insert into matter.paper (public_id, matter_id, name, type, size, hash, audience, person_id, person_name,
                                unit_name, at)
                            select public_id, id, :title, 'TXT', 1, :hash, 'HANDLERS', :person, '矩', '矩', now() from made),
                        entered as (
                            insert into matter.entry (matter_id, at, person_name, post_title, unit_name, action)
                            select id, now(), '矩', '矩', '矩', 'SUBMIT' from made)
                        select public_id from made
                        """)
                .param("title", title)
                .param("hash", paper.hash())
                .param("asker", asker.id())
                .param("asked", spot.unit().id())
                .param("person", union.cadre(spot.unit()).personId())
                .query(UUID.class)
                .single();
        return made(id, title);
    }

    /** The union below has prepared an order, and the unit is asked for its consent. */
    Made prepared(Spot spot) {
        var matter = UUID.fromString(matter(spot).id());
        var name = db.sql("""
                        with prepared as (
                            insert into structure.prepared (matter, plan, basis, asked_id)
                            select m.public_id, jsonb_build_object('change', jsonb_build_object('kind', 'SUSPEND', 'unit', u.public_id),
                                'day', current_date + 9, 'reason', '矩阵'), '矩阵矩阵矩', m.asked_id
                            from matter.matter m join organisation.unit u on u.id = m.unit_id where m.public_id = :matter)
                        select u.name from matter.matter m join organisation.unit u on u.id = m.unit_id where m.public_id = :matter
                        """).param("matter", matter).query(String.class).single();
        return made(matter, name);
    }

    /** Somebody has asked a union for themselves. */
    Made own(Spot spot) {
        var title = "矩己" + spot.person() + "号";
        var id = db.sql("""
                        with made as (
                            insert into matter.matter (kind, title, words, unit_name, person_id, person_name, asked_id, asked_name, year, nr,
                                open_tasks, pack_id, opened_at)
                            select 'general', :title, '矩阵', '', :person, '矩', :asked, '矩', 2001, :person, 1, p.public_id, now()
                            from organisation.rule_pack p where p.subject = 'general-request' limit 1 returning id, public_id),
                        parties as (
                            insert into matter.party (matter_id, part, person_id, since) select id, 'ASKER', :person, now() from made),
                        waiting as (
                            insert into matter.task (public_id, matter_id, step, holder_kind, holder_id, unit_id, started_at, due_at)
                            select public_id, id, 'handle', 'POOL', :asked, :asked, now(), now() + interval '9 days' from made)
                        select public_id from made
                        """)
                .param("title", title)
                .param("asked", spot.unit().id())
                .param("person", spot.person())
                .query(UUID.class)
                .single();
        // the list names its kind alone
        return made(id);
    }

    Made draft(Spot spot) {
        var title = "矩稿" + spot.person() + "号";
        var id = db.sql("""
                        insert into matter.matter (kind, title, words, unit_id, unit_name, person_id, person_name, state, open_tasks, opened_at)
                        values ('general', :title, '矩阵', :unit, '矩', :person, '矩', 'DRAFT', 0, now()) returning public_id
                        """)
                .param("title", title)
                .param("unit", spot.unit().id())
                .param("person", spot.person())
                .query(UUID.class)
                .single();
        return made(id, title);
    }

    /** Whoever holds a post has handed its work to another one of its unit. */
    @Nullable
    Made delegation(Spot spot) {
        var words = "矩托" + spot.person() + "号";
        return db.sql("""
                        with own as (
                            select o.id, o.unit_id from organisation.tenure t join organisation.post o on o.id = t.post_id
                            where t.person_id = :person and t.during @> current_date and o.unit_id is not null order by t.id limit 1),
                        other as (
                            insert into organisation.post (unit_id, role_id, cell_wide, title)
                            select own.unit_id, r.id, false, '矩位' from own, organisation.role r where r.key = 'union-chair' returning id)
                        insert into matter.delegation (post_id, to_post_id, during, words, person_id, at)
                        select own.id, other.id, daterange(current_date, current_date + 9), :words, :person, now() from own, other
                        returning public_id
                        """)
                .param("person", spot.person())
                .param("words", words)
                .query(UUID.class)
                .optional()
                .map(id -> made(id, words))
                .orElse(null);
    }

    /** A post whose work another one has for some days; the delegation has its id. */
    Made away(Spot spot) {
        var title = "矩离" + spot.unit().id() + "号";
        var id = db.sql("""
                        with posts as (
                            insert into organisation.post (unit_id, role_id, cell_wide, title)
                            select :unit, r.id, false, t from organisation.role r, unnest(array[:title, '矩代']) t
                            where r.key = 'union-chair' returning id, public_id, title)
                        insert into matter.delegation (public_id, post_id, to_post_id, during, words, person_id, at, for_holder)
                        select a.public_id, a.id, b.id, daterange(current_date, current_date + 9), '矩阵', :person, now(), true
                        from posts a, posts b where a.title = :title and b.title = '矩代' returning public_id
                        """)
                .param("unit", spot.unit().id())
                .param("title", title)
                .param("person", spot.person())
                .query(UUID.class)
                .single();
        return made(id, title);
    }

    /** The route of a union below the unit. */
    Made route(Spot spot) {
        var unit = union.enterprise(spot.unit(), "矩路");
        var id = db.sql("""
                        with made as (
                            insert into matter.route (kind, unit_id, version, note, person_id, person_name, since)
                            values ('general', :unit, 1, '矩阵', :person, '矩', now()) returning id, public_id),
                        step as (
                            insert into matter.route_step (route_id, nr, key, name, seat, clock, actions)
                            select id, 1, 'step-1', '矩步', 'ASKED', 'handle', '{ANSWER}' from made)
                        select public_id from made
                        """)
                .param("unit", unit.id())
                .param("person", spot.person())
                .query(UUID.class)
                .single();
        return new Made(id.toString(), List.of(unit.name()), unit.id());
    }
}
