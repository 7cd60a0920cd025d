-- What stands in the subtree of each unit, itself among it, as it was when sums were last folded; and what was added and taken
-- away since. Writers only append: nobody waits for the row of the city. Who reads adds both up: see organisation.totals.
create table organisation.unit_total (
    unit_id   bigint primary key references organisation.unit on delete cascade,
    unions    bigint not null,
    employers bigint not null,
    covered   bigint not null,
    staff     bigint not null, -- of employers, persons
    members   bigint not null  -- of unions that have members of their own, persons
);
create table organisation.unit_delta (
    id        bigint generated always as identity primary key,
    scope     text   not null collate "C",
    unions    bigint not null default 0,
    employers bigint not null default 0,
    covered   bigint not null default 0,
    staff     bigint not null default 0,
    members   bigint not null default 0
);
create index unit_delta_scope on organisation.unit_delta (scope);
-- it is emptied all the time
alter table organisation.unit_delta set (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- Members of its own: a federation's are those of the unions below it.
create function organisation.own_members(category text, members integer) returns bigint language sql immutable as $$
    select case when category in ('FEDERATION', 'REGIONAL', 'INDUSTRIAL', 'CHAIN') then 0 else coalesce(members, 0) end
$$;

create function organisation.units_came() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into organisation.unit_delta (scope, unions, members)
    select scope, count(*), sum(organisation.own_members(category, members)) from after where scope is not null group by scope;
    return null;
end $$;
create function organisation.units_went() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into organisation.unit_delta (scope, unions, members)
    select scope, -count(*), -sum(organisation.own_members(category, members)) from before where scope is not null group by scope;
    return null;
end $$;
create function organisation.units_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into organisation.unit_delta (scope, unions, members)
    select scope, sum(n), sum(m) from (
        select scope, 1 as n, organisation.own_members(category, members) as m from after
        union all
        select scope, -1, -organisation.own_members(category, members) from before) both_of
    where scope is not null group by scope having sum(n) <> 0 or sum(m) <> 0;
    -- what is not folded is found by today's paths: whatever was written under another path is folded before it is asked for
    if exists (select from before b join after a using (id) where b.scope <> coalesce(a.scope, '')) then
        perform organisation.fold_totals(true);
    end if;
    return null;
end $$;
create trigger tally_come after insert on organisation.unit
    referencing new table as after for each statement execute function organisation.units_came();
create trigger tally_gone after delete on organisation.unit
    referencing old table as before for each statement execute function organisation.units_went();
create trigger tally_changed after update on organisation.unit
    referencing old table as before new table as after for each statement execute function organisation.units_changed();

create function organisation.employers_came() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into organisation.unit_delta (scope, employers, covered, staff)
    select scope, count(*), count(union_id), coalesce(sum(staff), 0) from after where scope is not null group by scope;
    return null;
end $$;
create function organisation.employers_went() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into organisation.unit_delta (scope, employers, covered, staff)
    select scope, -count(*), -count(union_id), -coalesce(sum(staff), 0) from before where scope is not null group by scope;
    return null;
end $$;
create function organisation.employers_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into organisation.unit_delta (scope, employers, covered, staff)
    select scope, sum(n), sum(c), sum(s) from (
        select scope, 1 as n, (union_id is not null)::int as c, coalesce(staff, 0) as s from after
        union all
        select scope, -1, -(union_id is not null)::int, -coalesce(staff, 0) from before) both_of
    where scope is not null group by scope having sum(n) <> 0 or sum(c) <> 0 or sum(s) <> 0;
    -- the same union, but another path: it moved
    if exists (select from before b join after a using (id)
               where b.scope <> a.scope and b.union_id is not distinct from a.union_id) then
        perform organisation.fold_totals(true);
    end if;
    return null;
end $$;
create trigger tally_come after insert on organisation.employer
    referencing new table as after for each statement execute function organisation.employers_came();
create trigger tally_gone after delete on organisation.employer
    referencing old table as before for each statement execute function organisation.employers_went();
create trigger tally_changed after update on organisation.employer
    referencing old table as before new table as after for each statement execute function organisation.employers_changed();

-- The units on the way from the top to the end of a path.
create function organisation.units_of(scope text) returns setof bigint language sql immutable strict as $$
    select ('x' || lpad(step, 16, '0'))::bit(64)::bigint from unnest(string_to_array(trim('/' from scope), '/')) step
$$;

-- Adds what came since to the sums. One does it at a time; whoever comes meanwhile waits, or leaves it to them.
create function organisation.fold_totals(must boolean) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if must then
        perform pg_advisory_xact_lock(hashtext('organisation.unit_total'));
    elsif not exists (select from organisation.unit_delta)
            or not pg_try_advisory_xact_lock(hashtext('organisation.unit_total')) then
        return;
    end if;
    with taken as (delete from organisation.unit_delta returning *),
    places as (
        select scope, sum(unions) as unions, sum(employers) as employers, sum(covered) as covered, sum(staff) as staff,
               sum(members) as members
        from taken group by scope),
    sums as (
        select step.id, sum(p.unions) as unions, sum(p.employers) as employers, sum(p.covered) as covered,
               sum(p.staff) as staff, sum(p.members) as members
        from places p cross join lateral organisation.units_of(p.scope) as step(id)
        join organisation.unit u on u.id = step.id
        group by step.id)
    insert into organisation.unit_total as t select * from sums
    on conflict (unit_id) do update set unions = t.unions + excluded.unions, employers = t.employers + excluded.employers,
        covered = t.covered + excluded.covered, staff = t.staff + excluded.staff, members = t.members + excluded.members;
end $$;

-- Counts everything anew: after a migration, or whenever somebody doubts the sums.
create function organisation.rebuild_totals() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtext('organisation.unit_total'));
    -- one statement, so that what it counts and what it throws away belong to one moment
    with gone as (delete from organisation.unit_delta),
    old as (delete from organisation.unit_total t where not exists (
        select from organisation.unit u where u.id = t.unit_id and u.scope is not null)),
    places as (
        select scope, 1 as unions, 0 as employers, 0 as covered, 0 as staff, organisation.own_members(category, members) as members
        from organisation.unit where scope is not null
        union all
        select scope, 0, count(*), count(union_id), coalesce(sum(staff), 0), 0
        from organisation.employer where scope is not null group by scope),
    sums as (
        select step.id, sum(p.unions) as unions, sum(p.employers) as employers, sum(p.covered) as covered,
               sum(p.staff) as staff, sum(p.members) as members
        from places p cross join lateral organisation.units_of(p.scope) as step(id)
        join organisation.unit u on u.id = step.id
        group by step.id)
    insert into organisation.unit_total as t select * from sums
    on conflict (unit_id) do update set unions = excluded.unions, employers = excluded.employers, covered = excluded.covered,
        staff = excluded.staff, members = excluded.members;
end $$;

-- What stands in the subtree of a unit now. Plain SQL, so that the planner sees through it.
create function organisation.totals(unit bigint, path text)
returns table (unions bigint, employers bigint, covered bigint, staff bigint, members bigint) language sql stable as $$
    select (coalesce(t.unions, 0) + coalesce(d.unions, 0))::bigint,
           (coalesce(t.employers, 0) + coalesce(d.employers, 0))::bigint,
           (coalesce(t.covered, 0) + coalesce(d.covered, 0))::bigint,
           (coalesce(t.staff, 0) + coalesce(d.staff, 0))::bigint,
           (coalesce(t.members, 0) + coalesce(d.members, 0))::bigint
    from (select sum(unions) as unions, sum(employers) as employers, sum(covered) as covered, sum(staff) as staff,
                 sum(members) as members
          from organisation.unit_delta
          where scope >= path collate "C" and scope < (left(path, -1) || '0') collate "C") d
    left join organisation.unit_total t on t.unit_id = unit
$$;

select organisation.rebuild_totals();

-- Terms that are over are counted by an index alone.
create index unit_term on organisation.unit (scope, term_to) include (id);
-- Those without a union are what cadres look for most.
create index employer_without_union on organisation.employer (scope, id) where union_id is null;
