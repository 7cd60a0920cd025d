-- Paths stay right when places are ended, changed or removed, and when their day comes.

-- Moves wait for one another and for whoever is entering units, so that nobody derives a path from one about to change.
create or replace function organisation.derive_path() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
    new.path := null;
    if tg_op = 'UPDATE' or exists (select from organisation.place where parent_id = new.unit_id and line_id = new.line_id) then
        perform pg_advisory_xact_lock(hashtext('organisation.place'));
    else
        perform pg_advisory_xact_lock_shared(hashtext('organisation.place'));
    end if;
    if new.during @> current_date then
        if new.parent_id is null then
            new.path := '/';
        else
            select p.path into new.path from organisation.place p
            where p.unit_id = new.parent_id and p.line_id = new.line_id and p.path is not null;
            if new.path is null then
                raise exception 'unit % has no place in line % today', new.parent_id, new.line_id using errcode = '23514';
            end if;
        end if;
        if strpos(new.path, '/' || organisation.segment(new.unit_id)) > 0 then
            raise exception 'unit % would stand below itself', new.unit_id using errcode = '23514';
        end if;
        new.path := new.path || organisation.segment(new.unit_id);
    end if;
    return new;
end $$;
drop trigger derive_path on organisation.place;
create trigger derive_path before insert or update of unit_id, line_id, parent_id, during on organisation.place
    for each row execute function organisation.derive_path();

-- Rewrites what is derived from a unit's place today: the paths below it, the scopes of the units and of the employers
-- they cover or that stand at their door. Null stands for the whole tree. Touches only what changes.
create function organisation.rederive(top bigint) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    with recursive derived (place_id, line_id, unit_id, path) as (
        select p.id, p.line_id, p.unit_id, case when p.parent_id is null then '/' else above.path end || organisation.segment(p.unit_id)
        from organisation.place p
        left join organisation.place above
            on above.unit_id = p.parent_id and above.line_id = p.line_id and above.during @> current_date
        where p.during @> current_date and case when top is null then p.parent_id is null else p.unit_id = top end
        union all
        select c.id, c.line_id, c.unit_id, d.path || organisation.segment(c.unit_id)
        from derived d join organisation.place c
            on c.parent_id = d.unit_id and c.line_id = d.line_id and c.during @> current_date),
    placed as (
        update organisation.place p set path = d.path from derived d
        where p.id = d.place_id and p.path is distinct from d.path),
    moved as (
        update organisation.unit u set scope = d.path
        from derived d join organisation.unit before on before.id = d.unit_id
        where d.line_id = 1 and u.id = d.unit_id and u.scope is distinct from d.path
        returning u.id, d.path, before.scope as before),
    covered as (
        update organisation.employer e set scope = m.path from moved m where e.union_id = m.id)
    update organisation.employer e set scope = m.path from moved m where e.union_id is null and e.scope = m.before;
end $$;

-- A new unit has nothing below it. One that gets another place takes all below it along.
create or replace function organisation.derive_scope() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
    if new.path is null or (tg_op = 'UPDATE' and new.path = old.path) then return null; end if;
    if exists (select from organisation.unit where id = new.unit_id and scope is null and new.line_id = 1)
            and not exists (select from organisation.place where parent_id = new.unit_id and line_id = 1) then
        update organisation.unit set scope = new.path where id = new.unit_id;
    else
        perform organisation.rederive(new.unit_id);
    end if;
    return null;
end $$;
drop trigger derive_scope on organisation.place;
create trigger derive_scope after insert or update of unit_id, line_id, parent_id, during on organisation.place
    for each row execute function organisation.derive_scope();

-- At commit: whoever was given no place again stands in the tree no longer.
create function organisation.forget_scope() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update organisation.unit u set scope = null
    where u.id = old.unit_id and u.scope is not null and not exists (
        select from organisation.place p where p.unit_id = u.id and p.line_id = 1 and p.path is not null);
    return null;
end $$;
create constraint trigger forget_scope after update of unit_id, line_id, during or delete on organisation.place
    deferrable initially deferred for each row when (old.line_id = 1 and old.path is not null)
    execute function organisation.forget_scope();

-- A path that is rewritten needs no judgement.
drop trigger check_places on organisation.place;
create constraint trigger check_places after insert or update of unit_id, line_id, parent_id, during or delete on organisation.place
    deferrable initially deferred for each row execute function organisation.check_places();

-- A federation that only moved keeps the employers at its door: they moved with it.
drop trigger derive_seats on organisation.unit;
create trigger derive_seats after update of scope, division on organisation.unit
    for each row when (new.category = 'FEDERATION'
        and (new.scope is null, new.division) is distinct from (old.scope is null, old.division))
    execute function organisation.derive_seats();

-- The union that covers an employer today, the earliest where there are several; null stands for all employers.
create function organisation.rederive_cover(employers bigint[]) returns void language sql
set search_path = pg_catalog, pg_temp as $$
    update organisation.employer e set union_id = today.union_id, scope = today.scope
    from (
        select k.id, c.id as union_id, coalesce(c.scope, organisation.seat_scope(k.division)) as scope
        from organisation.employer k left join lateral (
            select u.id, u.scope from organisation.cover v join organisation.unit u on u.id = v.unit_id
            where v.employer_id = k.id and v.during @> current_date and u.scope is not null
            order by lower(v.during), v.id limit 1) c on true
        where employers is null or k.id = any (employers)) today
    where e.id = today.id and (e.union_id, e.scope) is distinct from (today.union_id, today.scope)
$$;

create function organisation.cover_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform organisation.rederive_cover(array[old.employer_id, coalesce(new.employer_id, old.employer_id)]);
    return null;
end $$;
create trigger cover_changed after update or delete on organisation.cover
    for each row execute function organisation.cover_changed();

-- What begins or ends today takes effect. May run any number of times.
create function organisation.catch_up() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtext('organisation.place'));
    update organisation.place set path = null where path is not null and not during @> current_date;
    perform organisation.rederive(null);
    update organisation.unit u set scope = null
    where u.scope is not null and not exists (
        select from organisation.place p where p.unit_id = u.id and p.line_id = 1 and p.path is not null);
    perform organisation.rederive_cover(null);
end $$;
