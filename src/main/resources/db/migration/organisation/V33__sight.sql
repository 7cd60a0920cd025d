-- Whether somebody sees what stands in a place is asked for every row of a list. Written as one expression it is put into
-- the query that asks; a subquery or a path of its own would be called anew for each row, at thirty times the price. An
-- entry that begins with = holds for that one place alone; nobody sees what stands nowhere.
create or replace function organisation.sees(reach text[], scope text) returns boolean language sql immutable as $$
    select (coalesce(scope, '') ^@ any (reach) or ('=' || scope) = any (reach)) and '' <> all (reach)
$$;

-- Which industry lines somebody's units stand in.
create index place_industry on organisation.place (unit_id, line_id) where line_id <> 1 and path is not null;

-- The chains that have a member within reach today or will have one. Whoever sees few employers is asked by their employers,
-- whoever sees many by the chains: a member of a chain is soon found then.
create function organisation.chains_within(reach text[], today date) returns table (chain_id bigint) language sql stable as $$
    with near as materialized (
        select e.id from unnest(reach) as r(path)
        join organisation.employer e on e.scope >= ltrim(r.path, '=') collate "C"
            and e.scope < (case when starts_with(r.path, '=') then substr(r.path, 2) else left(r.path, -1) end || '0') collate "C"
        where starts_with(r.path, '/') or starts_with(r.path, '=/')
        limit 1001)
    select m.chain_id from near join organisation.chain_member m on m.employer_id = near.id
    where (select count(*) from near) <= 1000 and m.during && daterange(today, null)
    union all
    select c.id from organisation.chain c
    where (select count(*) from near) > 1000 and (
        select true from organisation.chain_member m join organisation.employer e on e.id = m.employer_id
        where m.chain_id = c.id and m.during && daterange(today, null) and organisation.sees(reach, e.scope) limit 1)
$$;
