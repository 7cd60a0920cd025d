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
create function organisation.pairs_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    delete from organisation.employer_pair where one_id = new.id and apart_on is null;
    delete from organisation.employer_pair where other_id = new.id and apart_on is null;
    perform organisation.pair_up(array[new.id]);
    return null;
end $$;

drop trigger derive_pairs on organisation.employer;
drop trigger derive_pairs_again on organisation.employer;
drop function organisation.derive_pairs();
create trigger pairs_came after insert on organisation.employer
    referencing new table as fresh for each statement execute function organisation.pairs_came();
create trigger pairs_changed after update on organisation.employer
    for each row when ((new.name_key, new.address_key, new.merged_into) is distinct from (old.name_key, old.address_key, old.merged_into))
    execute function organisation.pairs_changed();

-- What comes by the thousand touches its employers once: each update, be it of no row, calls the triggers that keep sums.
create function organisation.touch_employers() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update organisation.employer set changed_at = now()
    where id = any (array(select employer_id from fresh)) and changed_at < now();
    return null;
end $$;
drop trigger touch_employer on organisation.cover;
drop trigger touch_employer on organisation.employer_insured;
create trigger touch_employer after delete or update on organisation.cover
    for each row execute function organisation.touch_employer();
create trigger touch_employer after delete or update on organisation.employer_insured
    for each row execute function organisation.touch_employer();
create trigger touch_employers after insert on organisation.cover
    referencing new table as fresh for each statement execute function organisation.touch_employers();
create trigger touch_employers after insert on organisation.employer_insured
    referencing new table as fresh for each statement execute function organisation.touch_employers();
