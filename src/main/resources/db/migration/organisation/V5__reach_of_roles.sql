-- How far a role lets its holder see: OWN the unit of the post, BELOW with all that stands below it, CELL the whole cell,
-- SELF only what is about the holder.
alter table organisation.role add column reach text check (reach in ('OWN', 'BELOW', 'CELL', 'SELF'));
update organisation.role set reach = case when cell_wide then 'CELL' else 'BELOW' end;
alter table organisation.role alter column reach set not null;
alter table organisation.role add check (cell_wide = (reach = 'CELL'));

-- A path is a subtree; "=" before it makes it the unit alone, since whatever is longer goes on with a hexadecimal digit.
-- Plain SQL without settings of its own, so that the planner sees through it.
create or replace function organisation.within(reach text[]) returns table (unit_id bigint) language sql stable as $$
    select u.id from unnest(reach) as r(path)
    join organisation.unit u on u.scope >= ltrim(r.path, '=') collate "C"
        and u.scope < (case when starts_with(r.path, '=') then substr(r.path, 2) else left(r.path, -1) end || '0') collate "C"
    where starts_with(r.path, '/') or starts_with(r.path, '=/')
$$;

create or replace function organisation.sees(reach text[], scope text) returns boolean language sql immutable
set search_path = pg_catalog, pg_temp as $$
    select exists (select from unnest(reach) as r(path)
                   where starts_with(r.path, '/') and starts_with(scope, r.path)
                      or starts_with(r.path, '=/') and scope = substr(r.path, 2))
$$;

alter function organisation.derive_path() set search_path = pg_catalog, pg_temp;
alter function organisation.derive_scope() set search_path = pg_catalog, pg_temp;
alter function organisation.check_places() set search_path = pg_catalog, pg_temp;
alter function organisation.seat_scope(text) set search_path = pg_catalog, pg_temp;
alter function organisation.derive_seat() set search_path = pg_catalog, pg_temp;
alter function organisation.derive_seats() set search_path = pg_catalog, pg_temp;
alter function organisation.derive_cover() set search_path = pg_catalog, pg_temp;
