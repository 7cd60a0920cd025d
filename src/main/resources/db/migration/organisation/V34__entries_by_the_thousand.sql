-- Entries that may be one are found for all rows of a statement at once. A function plans its queries when it first runs,
-- which in a house that is being filled is on an empty table: without the setting an import would read the whole table for
-- each of its rows.
create function organisation.pair_up(ids bigint[]) returns void language sql
set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
    insert into organisation.employer_pair (one_id, other_id, likeness)
    select least(k.id, o.id), greatest(k.id, o.id), 'SAME_NAME'
    from unnest(ids) as i(id) join organisation.employer k on k.id = i.id and k.merged_into is null
    cross join lateral (
        select e.id from organisation.employer e
        where e.name_key = k.name_key and e.id <> k.id and e.merged_into is null limit 10) o
    on conflict (one_id, other_id) do nothing;
    insert into organisation.employer_pair (one_id, other_id, likeness)
    select least(k.id, o.id), greatest(k.id, o.id), 'SAME_ADDRESS'
    from unnest(ids) as i(id) join organisation.employer k on k.id = i.id and k.merged_into is null and k.address_key <> ''
    cross join lateral (
        select e.id, e.name_key from organisation.employer e
        where e.address_key = k.address_key and e.address_key <> '' and e.id <> k.id and e.merged_into is null limit 50) o
    where organisation.likeness(o.name_key, k.name_key) >= 0.6
    on conflict (one_id, other_id) do nothing;
$$;

create function organisation.pairs_came() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform organisation.pair_up((select array_agg(id) from fresh));
    return null;
end $$;
create function organisation.pairs_changed() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
    changed bigint[];
begin
    select array_agg(n.id) into changed from fresh n join former o on o.id = n.id
    where (n.name_key, n.address_key, n.merged_into) is distinct from (o.name_key, o.address_key, o.merged_into);
    if changed is not null then
        delete from organisation.employer_pair where one_id = any (changed) and apart_on is null;
        delete from organisation.employer_pair where other_id = any (changed) and apart_on is null;
        perform organisation.pair_up(changed);
    end if;
    return null;
end $$;

drop trigger derive_pairs on organisation.employer;
drop trigger derive_pairs_again on organisation.employer;
drop function organisation.derive_pairs();
create trigger pairs_came after insert on organisation.employer
    referencing new table as fresh for each statement execute function organisation.pairs_came();
create trigger pairs_changed after update on organisation.employer
    referencing old table as former new table as fresh for each statement execute function organisation.pairs_changed();
