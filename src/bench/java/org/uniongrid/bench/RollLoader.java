package org.uniongrid.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Members of the big city by the million, with a phone, an identity number and a card each: some unions have tens of
 * thousands, most a few dozen, and whoever came after one another is in any of them. Made by the server itself; what is
 * sealed and what it is found by only looks as if. Indexes that would be in the way are built afterwards.
 */
final class RollLoader {

    static final int MEMBERS = 2_674_000;

    private static final String TABLES =
            "('people.person'::regclass, 'people.identity', 'people.identity_index', 'membership.stay', 'membership.card')";

    private static final List<String> SQL = List.of(
            "set synchronous_commit = off",
            "set maintenance_work_mem = '512MB'",
            "alter table people.person disable trigger user",
            "alter table people.identity disable trigger user",
            "alter table membership.stay disable trigger user",
            """
            create temp table late as
            select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
            where i.indrelid in THESE and i.indexrelid not in (select conindid from pg_constraint)
            """,
            """
            create temp table kept_key as
            select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
            from pg_constraint where contype = 'f' and conrelid in THESE
            """,
            """
            do $$ declare i record; begin
                for i in select * from late loop execute 'drop index ' || i.name; end loop;
                for i in select * from kept_key loop execute format('alter table %s drop constraint %I', i.owner, i.name); end loop;
            end $$
            """,
            """
            create temp table base as
            select row_number() over (order by id) - 1 as nr, id, scope from organisation.unit
            where category in ('ENTERPRISE', 'JOINT') and scope is not null
            """,
            "analyze base",
            "create temp table first as select max(id) as id from people.person",
            """
            insert into people.person (id, name)
            select f.id + n, case when n % 100000 = 7 then '欧阳' || chr(20000 + n / 100000) || '罕' else
                substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜', 1 + n % 32, 1)
                || substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉红建国文辉力', 1 + n / 32 % 31, 1)
                || case when n % 3 = 0 then '' else substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉红建国文辉力', 1 + n / 991 % 31, 1) end end
            from first f, generate_series(1, 2674000) n
            """,
            """
            insert into people.identity (id, person_id, field, sealed, changed_at)
            select nextval(pg_get_serial_sequence('people.identity', 'id')), f.id + n, field,
                'v1|A256GCM|' || k.id || '|' || left(md5(field || n), 16) || '|' || md5(field || n || 'x'), now()
            from first f, people.vault_key k, generate_series(1, 2674000) n, unnest(array['PHONE', 'ID_NUMBER']) field
            where k.state = 'CURRENT'
            """,
            """
            insert into people.identity_index (identity_id, kind, mark)
            select i.id, kind, decode(k.id, 'hex') || sha256(convert_to(kind || case kind when 'PHONE_PREFIX' then i.person_id / 300 else i.person_id end, 'UTF8'))
            from first f, people.vault_key k, people.identity i, unnest(case i.field when 'PHONE' then array['PHONE', 'PHONE_PREFIX'] else array[i.field] end) kind
            where k.state = 'CURRENT' and i.person_id > f.id
            """,
            """
            insert into membership.stay (person_id, unit_id, scope, worker_class, state, origin, since)
            select f.id + n, b.id, b.scope, (array['staff', 'staff', 'staff', 'staff', 'staff', 'migrant', 'rider', 'courier'])[1 + n % 8],
                case when n % 50 = 0 then 'RETIRED' else 'MEMBER' end, 'ROLL', date '2012-01-01' + n % 5000
            from first f, generate_series(1, 2674000) n
            cross join lateral (select n * 1000003::bigint % 2674000 / 2674000.0 as part) p
            join base b on b.nr = floor((select count(*) from base) * p.part * p.part)::bigint
            """,
            """
            insert into membership.card (person_id, number, made_at)
            select f.id + n, membership.new_card('9801'), now() from first f, generate_series(1, 2674000) n
            """,
            "select setval(pg_get_serial_sequence('people.person', 'id'), (select max(id) from people.person))",
            "do $$ declare i record; begin for i in select * from late loop execute i.definition; end loop; end $$",
            """
            do $$ declare i record; begin
                for i in select * from kept_key loop
                    execute format('alter table %s add constraint %I %s not valid', i.owner, i.name, i.definition);
                end loop;
            end $$
            """,
            "alter table people.person enable trigger user",
            "alter table people.identity enable trigger user",
            "alter table membership.stay enable trigger user",
            "vacuum analyze people.person",
            "vacuum analyze people.identity",
            "vacuum analyze people.identity_index",
            "vacuum analyze membership.stay",
            "vacuum analyze membership.card");

    private RollLoader() {}

    /** @param count how many; the goals are for {@value #MEMBERS} */
    static void load(Connection owner, int count) throws SQLException {
        for (var text : SQL)
            Timed.run(owner, text.replace("THESE", TABLES).replace(String.valueOf(MEMBERS), String.valueOf(count)));
    }
}
