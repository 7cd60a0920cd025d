package org.uniongrid.matrix;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** People in posts, by SQL of its own where a post is to begin later or to be over. */
final class People {

    private final Union union;
    private final JdbcClient db;

    /** Somebody with a name that nobody else has. */
    record Person(long id, String name) {}

    People(Union union, JdbcClient db) {
        this.union = union;
        this.db = db;
    }

    Person person() {
        var id = db.sql("insert into people.person (name) values ('矩员' || gen_random_uuid()) returning id")
                .query(Long.class)
                .single();
        var name = "矩员" + id + "号";
        db.sql("update people.person set name = ? where id = ?")
                .params(name, id)
                .update();
        return new Person(id, name);
    }

    Person appointed(String role, Union.@Nullable Unit unit) {
        var person = person();
        appoint(person, role, unit, "daterange(current_date - 9, null)");
        return person;
    }

    Person appoint(Person person, String role, Union.@Nullable Unit unit, String during) {
        db.sql("""
                        with post as (
                            insert into organisation.post (unit_id, role_id, cell_wide, title)
                            select :unit, r.id, r.cell_wide, '干事' from organisation.role r where r.key = :role
                            returning id)
                        insert into organisation.tenure (post_id, person_id, during) select id, :person, %s from post
                        """.formatted(during))
                .param("unit", unit == null ? null : unit.id())
                .param("role", role)
                .param("person", person.id())
                .update();
        return person;
    }

    Actor actor(Person person) {
        return union.actor(person.id(), person.name());
    }

    /** An account that nobody can sign in with. */
    UUID account(Person person) {
        return db.sql("""
                        insert into access.account (person_id, login, password_hash, must_change, changed_at)
                        values (?, ?, 'none', false, now()) returning public_id
                        """)
                .params(person.id(), "player" + person.id())
                .query(UUID.class)
                .single();
    }
}
