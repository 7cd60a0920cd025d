-- A list brings covers by the thousand: what is derived from them is derived once for each statement, not for each row.
create function organisation.derive_covers() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform organisation.rederive_cover(coalesce(
        (select array_agg(distinct f.employer_id) from fresh f where f.during @> current_date), '{}'));
    return null;
end $$;
drop trigger derive_cover on organisation.cover;
drop function organisation.derive_cover();
create trigger derive_covers after insert on organisation.cover referencing new table as fresh
    for each statement execute function organisation.derive_covers();

create function organisation.derive_insured_many() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update organisation.employer e set insured = last.insured, insured_year = last.year
    from (select distinct on (i.employer_id) i.employer_id, i.insured, i.year from organisation.employer_insured i
          where i.employer_id in (select f.employer_id from fresh f) order by i.employer_id, i.year desc) last
    where e.id = last.employer_id and (e.insured, e.insured_year) is distinct from (last.insured, last.year::smallint);
    return null;
end $$;
drop trigger derive_insured on organisation.employer_insured;
create trigger derive_insured after update or delete on organisation.employer_insured
    for each row execute function organisation.derive_insured();
create trigger derive_insured_many after insert on organisation.employer_insured referencing new table as fresh
    for each statement execute function organisation.derive_insured_many();
