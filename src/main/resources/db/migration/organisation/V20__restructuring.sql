insert into organisation.permission (key, duty) values ('organisation.unit.restructure', 'WORK');
update organisation.role set permissions = permissions || '{organisation.unit.restructure}' where key = 'federation-cadre';

-- Where a unit that was dissolved is looked for: the one that took over from it, or else the one it stood under last.
alter table organisation.unit add column rest_id bigint references organisation.unit check (rest_id <> id);
create index unit_gone on organisation.unit (id) where rest_id is not null;

-- Where a dissolved unit is looked for today: at that unit, or where that one rests itself.
create function organisation.rest_scope(unit bigint) returns text language sql stable
set search_path = pg_catalog, pg_temp as $$
    with recursive rest (id, scope, rest_id, step) as (
        select u.id, u.scope, u.rest_id, 0 from organisation.unit u where u.id = unit
        union all
        select u.id, u.scope, u.rest_id, r.step + 1 from rest r join organisation.unit u on u.id = r.rest_id
        where r.scope is null and r.step < 100)
    select scope from rest where scope is not null limit 1
$$;

-- At commit: no unit comes to stand below itself, today or on any later day. A unit without others below it never does.
create function organisation.check_circle() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    it organisation.place;
begin
    select * into it from organisation.place where id = new.id;
    if it.parent_id is null or not exists (
        select from organisation.place where parent_id = it.unit_id and line_id = it.line_id) then
        return null;
    end if;
    if exists (
        with recursive above (unit_id, during) as (
            select it.parent_id, it.during
            union
            select p.parent_id, p.during * a.during from above a
            join organisation.place p on p.unit_id = a.unit_id and p.line_id = it.line_id and p.during && a.during
            where p.parent_id is not null and a.unit_id <> it.unit_id)
        select from above where unit_id = it.unit_id) then
        raise exception 'unit % would stand below itself', it.unit_id using errcode = '23514', constraint = 'place_circle';
    end if;
    return null;
end $$;
create constraint trigger check_circle after insert or update of unit_id, line_id, parent_id, during on organisation.place
    deferrable initially deferred for each row execute function organisation.check_circle();

-- At commit: a unit that is dissolved leaves nothing behind: no place, no employer, no open post, nobody in one.
create function organisation.check_dissolved() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    day date;
begin
    select lower(s.during) into day from organisation.unit_state s where s.id = new.id and s.state = 'DISSOLVED';
    if day is null then
        return null;
    end if;
    if exists (select from organisation.place p where p.unit_id = new.unit_id and p.during && daterange(day, null))
            or exists (select from organisation.cover c where c.unit_id = new.unit_id and c.during && daterange(day, null))
            or exists (select from organisation.post o where o.unit_id = new.unit_id and (o.closed_on is null or o.closed_on > day)) then
        raise exception 'unit % is dissolved and leaves something behind', new.unit_id
            using errcode = '23514', constraint = 'unit_dissolved';
    end if;
    return null;
end $$;
create constraint trigger check_dissolved after insert or update on organisation.unit_state
    deferrable initially deferred for each row when (new.state = 'DISSOLVED') execute function organisation.check_dissolved();
