-- Who counts as a member at work: those who are kept by a union above, or retired, have no employer that they could count for.
create function membership.counts(state text) returns boolean language sql immutable as $$
    select state in ('MEMBER', 'SUSPENDED')
$$;

-- For which days somebody counted, where and as what: what every figure of a day can be counted anew from.
create table membership.span (
    id           bigint generated always as identity primary key,
    stay_id      bigint not null references membership.stay,
    unit_id      bigint not null references organisation.unit,
    worker_class text   references people.worker_class,
    from_day     date   not null,
    -- the first day no longer; null while it lasts
    to_day       date   check (to_day >= from_day)
);
create unique index span_open on membership.span (stay_id) where to_day is null;
create index span_stay on membership.span (stay_id);
create index span_unit on membership.span (unit_id);

-- By how many the members of a union changed on a day, and those of it and all below it.
create table membership.unit_day (
    unit_id      bigint not null references organisation.unit,
    day          date   not null,
    worker_class text   not null,
    change       bigint not null,
    primary key (unit_id, day, worker_class)
);
create table membership.tree_day (
    unit_id      bigint not null references organisation.unit,
    day          date   not null,
    worker_class text   not null,
    change       bigint not null,
    primary key (unit_id, day, worker_class)
);
-- What came since: writers only append, and wait for nobody.
create table membership.count_delta (
    id           bigint generated always as identity primary key,
    unit_id      bigint not null,
    day          date   not null,
    worker_class text   not null,
    change       bigint not null
);
create index count_delta_unit on membership.count_delta (unit_id);
alter table membership.count_delta set (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
grant delete on membership.count_delta, membership.unit_day, membership.tree_day to ${app};

create function membership.stays_came() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into membership.span (stay_id, unit_id, worker_class, from_day, to_day)
    select id, unit_id, worker_class, since, until from after where membership.counts(state) or state = 'LEFT';
    return null;
end $$;
create trigger stays_came after insert on membership.stay
    referencing new table as after for each statement execute function membership.stays_came();

create function membership.stays_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update membership.span s set to_day = greatest(s.from_day, coalesce(n.until, current_date))
    from before o join after n on n.id = o.id
    where s.stay_id = n.id and s.to_day is null and membership.counts(o.state)
        and (not membership.counts(n.state) or o.unit_id <> n.unit_id or o.worker_class is distinct from n.worker_class);
    insert into membership.span (stay_id, unit_id, worker_class, from_day)
    select n.id, n.unit_id, n.worker_class, current_date from before o join after n on n.id = o.id
    where membership.counts(n.state)
        and (not membership.counts(o.state) or o.unit_id <> n.unit_id or o.worker_class is distinct from n.worker_class);
    return null;
end $$;
create trigger stays_changed after update on membership.stay
    referencing old table as before new table as after for each statement execute function membership.stays_changed();

create function membership.spans_came() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into membership.count_delta (unit_id, day, worker_class, change)
    select unit_id, from_day, coalesce(worker_class, ''), count(*) from after group by 1, 2, 3
    union all
    select unit_id, to_day, coalesce(worker_class, ''), -count(*) from after where to_day is not null group by 1, 2, 3;
    return null;
end $$;
create trigger spans_came after insert on membership.span
    referencing new table as after for each statement execute function membership.spans_came();

create function membership.spans_ended() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into membership.count_delta (unit_id, day, worker_class, change)
    select n.unit_id, n.to_day, coalesce(n.worker_class, ''), -count(*) from before o join after n on n.id = o.id
    where o.to_day is null and n.to_day is not null group by 1, 2, 3;
    return null;
end $$;
create trigger spans_ended after update on membership.span
    referencing old table as before new table as after for each statement execute function membership.spans_ended();

-- Adds what came since along the paths of today. One does it at a time; whoever comes meanwhile waits, or leaves it to them.
create function membership.fold_counts(must boolean) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if must then
        perform pg_advisory_xact_lock(hashtext('membership.tree_day'));
    elsif not exists (select from membership.count_delta)
            or not pg_try_advisory_xact_lock(hashtext('membership.tree_day')) then
        return;
    end if;
    with taken as (delete from membership.count_delta returning *),
    sums as (
        select unit_id, day, worker_class, sum(change) as change from taken group by 1, 2, 3 having sum(change) <> 0),
    own as (
        insert into membership.unit_day as t select * from sums
        on conflict (unit_id, day, worker_class) do update set change = t.change + excluded.change)
    insert into membership.tree_day as t
    select step.id, s.day, s.worker_class, sum(s.change)
    from sums s cross join lateral organisation.units_of(organisation.rest_scope(s.unit_id)) as step(id)
    group by 1, 2, 3
    on conflict (unit_id, day, worker_class) do update set change = t.change + excluded.change;
end $$;

-- Counts everything anew, from the days of each member.
create function membership.rebuild_counts() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
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
    select step.id, d.day, d.worker_class, sum(d.change)
    from membership.unit_day d cross join lateral organisation.units_of(organisation.rest_scope(d.unit_id)) as step(id)
    group by 1, 2, 3;
end $$;

-- Where a union moves, all the days of its members go with it.
create function membership.fold_before_moving() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform membership.fold_counts(true);
    return null;
end $$;
create trigger members_fold before update of scope on organisation.unit
    for each statement execute function membership.fold_before_moving();

create function membership.counts_moved() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into membership.tree_day as t
    select step.id, d.day, d.worker_class, sum(step.sign * d.change)
    from membership.unit_day d cross join lateral (
        select o.id, -1 as sign from organisation.units_of(old.scope) o(id)
        union all select n.id, 1 from organisation.units_of(new.scope) n(id)) step
    where d.unit_id = new.id group by 1, 2, 3 having sum(step.sign * d.change) <> 0
    on conflict (unit_id, day, worker_class) do update set change = t.change + excluded.change;
    return null;
end $$;
create trigger members_counted after update on organisation.unit for each row
    when (new.scope is distinct from old.scope and new.scope is not null and old.scope is not null)
    execute function membership.counts_moved();

-- How many count on a day in a union and all below it, by class; exact at any moment.
create function membership.on_day(unit bigint, path text, asked date)
returns table (worker_class text, members bigint) language sql stable as $$
    select c.worker_class, sum(c.change)::bigint from (
        select t.worker_class, t.change from membership.tree_day t where t.unit_id = unit and t.day <= asked
        union all
        select d.worker_class, d.change from membership.count_delta d join organisation.unit u on u.id = d.unit_id
        where d.day <= asked and organisation.rest_scope(u.id) >= path collate "C"
            and organisation.rest_scope(u.id) < (left(path, -1) || '0') collate "C") c
    group by 1 having sum(c.change) <> 0
$$;
select membership.rebuild_counts();
