package org.uniongrid.matrix;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.matrix.Kinds.Made;
import org.uniongrid.matrix.Kinds.Spot;

/** Cases that workers have brought to a union. */
final class CaseRecords {

    private final JdbcClient db;

    CaseRecords(JdbcClient db) {
        this.db = db;
    }

    /** With a claimant who has been paid nothing, and one who has; what belongs to it has its id. */
    Made filed(Spot spot) {
        var name = "矩诉" + spot.unit().id() + "号";
        var person = db.sql("insert into people.person (name) values (?) returning id")
                .param(name)
                .query(Long.class)
                .single();
        return made(spot, name, person, true);
    }

    /** One that the person has brought themselves. */
    Made own(Spot spot) {
        return made(spot, "矩己诉" + spot.person() + "号", spot.person(), false);
    }

    /** @param handled whether the union is seen to have it; what is one's own is asked about alone */
    private Made made(Spot spot, String name, long person, boolean handled) {
        var id = db.sql("""
                        with made as (
                            insert into matter.matter (kind, title, words, unit_name, person_id, person_name, asked_id, asked_name, year, nr,
                                open_tasks, pack_id, opened_at)
                            select 'service-order', :name, '矩阵', '', :person, :name, :asked, '矩', 2002, :person, 1, p.public_id, now()
                            from organisation.rule_pack p where p.subject = 'hotline' limit 1 returning id, public_id),
                        parties as (
                            insert into matter.party (matter_id, part, person_id, unit_id, scope, since)
                            select id, 'ASKER', :person, null, null, now() from made
                            union all select made.id, 'HANDLER', null, u.id, u.scope, now() from made, organisation.unit u
                                where u.id = :asked and :handled),
                        waiting as (
                            insert into matter.task (public_id, matter_id, step, holder_kind, holder_id, unit_id, started_at, due_at)
                            select public_id, id, 'handle', 'POOL', :asked, :asked, now(), now() + interval '9 days' from made),
                        filed as (
                            insert into casework.case_file (public_id, matter_id, channel, kind_id, grade, heads, employer, search, filed_at, filed_on, unit_id, year, nr)
                            select made.public_id, made.id, 'COUNTER', k.id, 'GENERAL', 2, :name || '厂', '', now(), current_date, :asked, 2002, :person
                            from made, (select min(id) as id from casework.kind) k returning id, public_id)
                        select public_id from made
                        """)
                .param("name", name)
                .param("person", person)
                .param("asked", spot.unit().id())
                .param("handled", handled)
                .query(UUID.class)
                .single();
        claim(id, name, id, UUID.randomUUID());
        claim(id, name + "二", UUID.randomUUID(), id);
        return new Made(id.toString(), List.of(name), null);
    }

    private void claim(UUID matter, String name, UUID claimant, UUID payment) {
        var one = db.sql("""
                        with one as (
                            insert into casework.claimant (public_id, case_id, name, joined_at)
                            select :claimant, f.id, :name, now() from casework.case_file f join matter.matter m on m.id = f.matter_id
                            where m.public_id = :matter returning id)
                        select id from one
                        """)
                .param("claimant", claimant)
                .param("name", name)
                .param("matter", matter)
                .query(Long.class)
                .single();
        db.sql("insert into casework.wage (claimant_id, month, amount, since) values (?, '2026-01-01', 50000, now())")
                .param(one)
                .update();
        if (payment.equals(matter)) db.sql("""
                            insert into casework.payment (public_id, claimant_id, amount, paid_on, way, evidence, key, at)
                            values (?, ?, 100, current_date, 'CASH', '矩证', gen_random_uuid(), now())
                            """).params(payment, one).update();
    }
}
