-- The same parts of a name as before, without a query for each name: a roll brings two hundred thousand.
create or replace function people.pairs(name text) returns text[] language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp as $$
declare
    small text := lower(name);
    found text[] := '{}';
begin
    for i in 1..coalesce(length(small), 0) loop
        found := found || substr(small, i, 1) || substr(small, i, 2);
    end loop;
    return found;
end $$;

-- Adds what came since along the paths of today, of which each is looked up once, however many days its union has. One does
-- it at a time; whoever comes meanwhile waits, or leaves it to them.
create or replace function membership.fold_counts(must boolean) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if must then
        perform pg_advisory_xact_lock(hashtext('membership.tree_day'));
    elsif not exists (select from membership.count_delta)
            or not pg_try_advisory_xact_lock(hashtext('membership.tree_day')) then
        return;
    end if;
    with taken as (delete from membership.count_delta returning *),
    sums as materialized (
        select unit_id, day, worker_class, sum(change) as change from taken group by 1, 2, 3 having sum(change) <> 0),
    own as (
        insert into membership.unit_day as t select * from sums order by unit_id, day, worker_class
        on conflict (unit_id, day, worker_class) do update set change = t.change + excluded.change),
    paths as materialized (
        select u.unit_id, step.id from (select distinct unit_id from sums) u
        cross join lateral organisation.units_of(organisation.rest_scope(u.unit_id)) as step(id))
    insert into membership.tree_day as t
    select p.id, s.day, s.worker_class, sum(s.change) from sums s join paths p using (unit_id)
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (unit_id, day, worker_class) do update set change = t.change + excluded.change;
end $$;

create or replace function membership.rebuild_counts() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtext('membership.tree_day'));
    delete from membership.count_delta;
    delete from membership.unit_day;
    delete from membership.tree_day;
    insert into membership.unit_day
    select unit_id, day, worker_class, sum(change) from (
        select unit_id, from_day as day, coalesce(worker_class, '') as worker_class, 1 as change from membership.span
        union all select unit_id, to_day, coalesce(worker_class, ''), -1 from membership.span where to_day is not null) days
    group by 1, 2, 3 having sum(change) <> 0;
    insert into membership.tree_day
    with paths as materialized (
        select u.unit_id, step.id from (select distinct unit_id from membership.unit_day) u
        cross join lateral organisation.units_of(organisation.rest_scope(u.unit_id)) as step(id))
    select p.id, d.day, d.worker_class, sum(d.change) from membership.unit_day d join paths p using (unit_id)
    group by 1, 2, 3;
end $$;

-- How many count on a day in a union and all below it, by class; exact at any moment. Right after a long roll came in there
-- may be as many changes as it has rows: the path of each union among them is looked up once.
create or replace function membership.on_day(unit bigint, path text, asked date)
returns table (worker_class text, members bigint) language sql stable as $$
    select c.worker_class, sum(c.change)::bigint from (
        select t.worker_class, t.change from membership.tree_day t where t.unit_id = unit and t.day <= asked
        union all
        select d.worker_class, d.change from (
            select n.unit_id, organisation.rest_scope(n.unit_id) as scope from (
                select distinct r.unit_id from membership.count_delta r) n offset 0) u
        join membership.count_delta d on d.unit_id = u.unit_id
        where d.day <= asked and u.scope >= path collate "C" and u.scope < (left(path, -1) || '0') collate "C") c
    group by 1 having sum(c.change) <> 0
$$;
