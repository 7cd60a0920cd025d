-- A section of GB/T 4754 alone says what is known of many an employer.
alter table organisation.employer drop constraint employer_industry_check;
alter table organisation.employer add check (industry ~ '^[A-T]([0-9]{2,4})?$');

-- A cover is spoken of by its own address.
alter table organisation.cover add column public_id uuid not null default gen_random_uuid() unique;

-- An entry that was merged into another stands nowhere: no list and no count has it.
alter table organisation.employer
    add column merged_on date,
    add check ((merged_into is null) = (merged_on is null)),
    add constraint employer_merged check (merged_into is null or (scope is null and union_id is null));
create index employer_merged_into on organisation.employer (merged_into) where merged_into is not null;

create or replace function organisation.derive_seat() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
    if new.union_id is null and new.merged_into is null then
        new.scope := organisation.seat_scope(new.division);
    end if;
    return new;
end $$;

create or replace function organisation.derive_seats() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
    update organisation.employer e set scope = organisation.seat_scope(e.division)
    from (values (new.division), (old.division)) as seat(code)
    where e.union_id is null and e.merged_into is null and e.division >= seat.code and e.division < (seat.code || ':') collate "C";
    return null;
end $$;

create or replace function organisation.rederive_cover(employers bigint[]) returns void language sql
set search_path = pg_catalog, pg_temp as $$
    update organisation.employer e set union_id = today.union_id, scope = today.scope
    from (
        select k.id, c.id as union_id, coalesce(c.scope, organisation.seat_scope(k.division)) as scope
        from organisation.employer k left join lateral (
            select u.id, u.scope from organisation.cover v join organisation.unit u on u.id = v.unit_id
            where v.employer_id = k.id and v.during @> current_date and u.scope is not null
            order by lower(v.during), v.id limit 1) c on true
        where k.merged_into is null and (employers is null or k.id = any (employers))) today
    where e.id = today.id and (e.union_id, e.scope) is distinct from (today.union_id, today.scope)
$$;

-- A cover that began before the one known so far is the one that counts.
create or replace function organisation.derive_cover() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
    if new.during @> current_date then
        update organisation.employer e set union_id = u.id, scope = u.scope
        from organisation.unit u where u.id = new.unit_id and e.id = new.employer_id and e.union_id is null;
        if not found then
            perform organisation.rederive_cover(array[new.employer_id]);
        end if;
    end if;
    return null;
end $$;

-- A merged entry is covered by nobody, and covers come to it no more.
create function organisation.check_cover() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from organisation.employer where id = new.employer_id and merged_into is not null) then
        raise exception 'employer % was merged', new.employer_id using errcode = '23514', constraint = 'cover_of_an_entry';
    end if;
    return new;
end $$;
create trigger check_cover before insert or update of employer_id on organisation.cover
    for each row execute function organisation.check_cover();
