package org.uniongrid.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Three million matters with fifteen million entries in the big city: base unions ask the union right above them, their
 * district or the city; a tenth still waits, half of it with a post. Made by the server itself, which is as quick as COPY
 * and sends nothing over the wire. Indexes that would only be in the way are built afterwards.
 */
final class MatterLoader {

    static final int MATTERS = 3_000_000;

    private static final List<String> SQL = List.of(
            "set synchronous_commit = off",
            "set maintenance_work_mem = '512MB'",
            "alter table matter.matter disable trigger user",
            "alter table matter.task disable trigger user",
            "create temp table late as select indexdef from pg_indexes where schemaname = 'matter'"
                    + " and (tablename in ('party', 'entry', 'task', 'hand') or indexname = 'matter_search') and indexname not in (select conname from pg_constraint)",
            """
            do $$ declare i text; begin
                for i in select format('%I.%I', schemaname, indexname) from pg_indexes where schemaname = 'matter'
                    and (tablename in ('party', 'entry', 'task', 'hand') or indexname = 'matter_search') and indexname not in (select conname from pg_constraint)
                loop execute 'drop index ' || i; end loop;
            end $$
            """,
            """
            create temp table asker as
            select row_number() over (order by u.id) - 1 as nr, u.id, u.name, p.parent_id as above,
                   ('x' || lpad(split_part(u.scope, '/', 3), 16, '0'))::bit(64)::bigint as district,
                   ('x' || lpad(split_part(u.scope, '/', 2), 16, '0'))::bit(64)::bigint as city
            from organisation.unit u join organisation.place p on p.unit_id = u.id and p.line_id = 1 and p.path is not null
            where u.category = 'ENTERPRISE'
            """,
            """
            insert into matter.matter (kind, title, words, unit_id, unit_name, person_id, person_name, asked_id, asked_name, year, nr,
                state, outcome, open_tasks, pack_id, route_id, opened_at, answered_at, closed_at, search)
            select 'general', w.title, '请上级工会协调', a.id, a.name, 1, '员', u.id, u.name, 2020 + n % 7, n,
                   case when n % 10 = 0 then 'OPEN' else 'CLOSED' end, case when n % 10 > 0 then 'ANSWERED' end,
                   case when n % 10 = 0 then 1 else 0 end,
                   (select public_id from organisation.rule_pack where subject = 'general-request' limit 1),
                   (select id from matter.route limit 1),
                   now() - (3000000 - n) * interval '1 minute', case when n % 10 > 0 then now() end, case when n % 10 > 0 then now() end,
                   (select array_to_tsvector(array_agg(distinct substr(w.title, i, 2))) from generate_series(1, length(w.title)) i)
            from generate_series(1, 3000000) n
            cross join lateral (select '请协调' || case when n % 100000 = 7 then '罕见病救助' when n % 50 = 3 then '食堂改造' when n % 50 = 4 then '改造宿舍'
                    else (array['工资拖欠', '高温补贴', '工伤认定', '职工体检', '集体合同', '困难帮扶', '文体活动', '法律援助'])[1 + n % 8] end
                || '第' || n || '件' as title) w
            join asker a on a.nr = n % (select count(*) from asker)
            join organisation.unit u on u.id = case n % 7 when 0 then a.city when 1 then a.district when 2 then a.district else a.above end
            """,
            """
            insert into matter.party (matter_id, part, unit_id, scope, since)
            select m.id, side.part, u.id, u.scope, m.opened_at from matter.matter m,
                lateral (values ('ASKER', m.unit_id), ('HANDLER', m.asked_id)) side (part, unit) join organisation.unit u on u.id = side.unit
            """,
            """
            insert into matter.task (matter_id, step, state, holder_kind, holder_id, unit_id, started_at, due_at, done_at, verdict,
                clock_unit, clock_amount, clock_pack, clock_value, article)
            select m.id, 'handle', case m.state when 'OPEN' then 'OPEN' else 'DONE' end,
                   case when m.id % 20 = 0 and o.id is not null then 'POST' else 'POOL' end,
                   case when m.id % 20 = 0 and o.id is not null then o.id else m.asked_id end, m.asked_id, m.opened_at,
                   greatest(m.opened_at, now()) + (m.id % 900) * interval '1 hour' + interval '1 hour', m.closed_at, m.outcome,
                   'WORKING_DAYS', 10, m.pack_id, 'handle', '示例'
            from matter.matter m left join (
                select unit_id, min(id) as id from organisation.post group by unit_id) o on o.unit_id = m.asked_id
            """,
            """
            insert into matter.entry (matter_id, at, person_name, post_title, unit_name, action, words)
            select m.id, m.opened_at + s * interval '1 hour', '员', '干事', m.unit_name,
                   (array['SUBMIT', 'TAKE', 'COMMENT', 'COMMENT', 'ANSWER'])[s], case when s > 2 then '已联系，下周答复' end
            from matter.matter m, generate_series(1, 5) s
            """,
            """
            insert into matter.hand (person_id, matter_id, last_at)
            select p.person_id, m.id, m.opened_at from matter.matter m join lateral (
                select n.person_id from organisation.post o join organisation.tenure n on n.post_id = o.id
                where o.unit_id = m.asked_id order by o.id limit 1) p on true where m.id % 3 = 0
            """,
            "do $$ declare i text; begin for i in select indexdef from late loop execute i; end loop; end $$",
            "insert into matter.series (unit_id, year, last) select asked_id, year, max(nr) from matter.matter group by 1, 2",
            "alter table matter.matter enable trigger user",
            "alter table matter.task enable trigger user",
            "analyze matter.matter",
            "analyze matter.party",
            "analyze matter.task",
            "analyze matter.entry",
            "analyze matter.hand",
            "vacuum matter.party");

    private MatterLoader() {}

    /** @param count how many; the goals are for {@value #MATTERS} */
    static void load(Connection owner, int count) throws SQLException {
        for (var text : SQL) {
            var sql = text.replace(String.valueOf(MATTERS), String.valueOf(count));
            Timed.run(owner, sql);
        }
    }
}
