package org.uniongrid.matrix;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.matrix.Kinds.Made;
import org.uniongrid.matrix.Kinds.Spot;

/** Members of unions, and the codes by which they join. */
final class MemberRecords {

    private final JdbcClient db;

    MemberRecords(JdbcClient db) {
        this.db = db;
    }

    private static Made made(UUID id, String... words) {
        return new Made(id.toString(), List.of(words), null);
    }

    /** Somebody who is in the union; the stay has the id of the person. */
    Made enrolled(Spot spot) {
        var name = "矩员" + spot.unit().id() + "号";
        var id = db.sql("""
                        with person as (insert into people.person (name) values (:name) returning id, public_id),
                        stay as (
                            insert into membership.stay (public_id, person_id, unit_id, scope, state, origin, since)
                            select p.public_id, p.id, u.id, u.scope, 'MEMBER', 'ROLL', current_date - 9
                            from person p, organisation.unit u where u.id = :unit returning id)
                        select public_id from person
                        """)
                .param("name", name)
                .param("unit", spot.unit().id())
                .query(UUID.class)
                .single();
        return made(id, name);
    }

    Made gift(Spot spot) {
        var name = "矩礼" + spot.unit().id() + "号";
        var id = db.sql("""
                        insert into membership.gift (unit_id, name, place, stock, joined_on, ends_on, made_by, made_at)
                        values (:unit, :name, '矩', 5, current_date - 9, current_date + 9, :person, now()) returning public_id
                        """)
                .param("unit", spot.unit().id())
                .param("name", name)
                .param("person", spot.person())
                .query(UUID.class)
                .single();
        return made(id, name);
    }

    /** Passed up already, so that the unions above see it. */
    Made doubt(Spot spot) {
        var id = db.sql("""
                        insert into membership.doubt (unit_id, rule, members, measure, first_seen, last_seen, due_on, passed_at)
                        values (:unit, 'FAST_GROWTH', 40, 9, now(), now(), 'infinity', now()) returning public_id
                        """).param("unit", spot.unit().id()).query(UUID.class).single();
        return made(id, id.toString());
    }

    Made report(Spot spot) {
        var number = "矩报" + spot.unit().id() + "号";
        var id = db.sql("""
                        insert into membership.report (number, unit_id, size, made_at, made_by, made_by_name)
                        values (:number, :unit, 1, now(), :person, '矩') returning public_id
                        """)
                .param("number", number)
                .param("unit", spot.unit().id())
                .param("person", spot.person())
                .query(UUID.class)
                .single();
        return made(id, number);
    }

    Made offer(Spot spot) {
        var title = "矩策" + spot.unit().id() + "号";
        var id = db.sql("""
                        insert into membership.offer (unit_id, title, words, made_by, made_at)
                        values (:unit, :title, '矩策内容', :person, now()) returning public_id
                        """)
                .param("unit", spot.unit().id())
                .param("title", title)
                .param("person", spot.person())
                .query(UUID.class)
                .single();
        return made(id, title);
    }

    /** Two members of the union who may be one. */
    Made near(Spot spot) {
        var name = "矩近" + spot.unit().id() + "号";
        var id = db.sql("""
                        with person as (insert into people.person (name) values (:name), (:name || '二') returning id, public_id),
                        stay as (
                            insert into membership.stay (person_id, unit_id, scope, state, origin, since)
                            select p.id, u.id, u.scope, 'MEMBER', 'ROLL', current_date - 9
                            from person p, organisation.unit u where u.id = :unit returning person_id, scope)
                        insert into membership.near_pair (one_id, other_id, likeness, one_scope, other_scope)
                        select min(person_id), max(person_id), 'SAME_PHONE', min(scope), min(scope) from stay returning public_id
                        """)
                .param("name", name)
                .param("unit", spot.unit().id())
                .query(UUID.class)
                .single();
        // the job that compares would find them unlike
        db.sql(
                        "delete from membership.near_todo t using people.person p where p.id = t.person_id and p.name in (:name, :name || '二')")
                .param("name", name)
                .update();
        return made(id, name);
    }

    Made door(Spot spot) {
        var label = "矩门" + spot.unit().id() + "号";
        var id = db.sql("""
                        insert into membership.door (unit_id, code, label, decides, made_by, made_at)
                        values (:unit, lpad(to_hex(:unit), 8, '0'), :label, 'UNION', :person, now()) returning public_id
                        """)
                .param("unit", spot.unit().id())
                .param("label", label)
                .param("person", spot.person())
                .query(UUID.class)
                .single();
        return made(id, label);
    }
}
