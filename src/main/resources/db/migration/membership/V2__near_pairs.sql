-- Two records that may be one person. Kept by a job over what has changed, so that no list compares everybody with everybody.
create table membership.near_pair (
    id          bigint      generated always as identity primary key,
    public_id   uuid        not null default gen_random_uuid() unique,
    one_id      bigint      not null references people.person,
    other_id    bigint      not null references people.person,
    likeness    text        not null check (likeness in ('SAME_PHONE', 'LIKE_PHONE', 'SAME_BIRTH')),
    -- where the union of each stands today, or stood last
    one_scope   text        collate "C" not null,
    other_scope text        collate "C" not null,
    apart_at    timestamptz,
    apart_by    bigint      references people.person,
    apart_words text        check (apart_words = btrim(apart_words) and length(apart_words) between 2 and 200),
    unique (one_id, other_id),
    check (one_id < other_id),
    check ((apart_at is null) = (apart_words is null))
);
create index near_pair_other on membership.near_pair (other_id);
create index near_pair_list on membership.near_pair (one_scope, id);
create index near_pair_other_scope on membership.near_pair (other_scope, id);
create index near_pair_apart_by on membership.near_pair (apart_by) where apart_by is not null;

-- Whose record has changed since it was compared.
create table membership.near_todo (person_id bigint primary key references people.person);
grant delete on membership.near_pair, membership.near_todo to ${app};

create function membership.compare_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into membership.near_todo select distinct person_id from changed on conflict do nothing;
    return null;
end $$;
create trigger compare_new_stays after insert on membership.stay
    referencing new table as changed for each statement execute function membership.compare_stays();
create trigger compare_changed_stays after update on membership.stay
    referencing new table as changed for each statement execute function membership.compare_stays();
create trigger compare_new_numbers after insert on people.identity
    referencing new table as changed for each statement execute function membership.compare_stays();
create trigger compare_changed_numbers after update on people.identity
    referencing new table as changed for each statement execute function membership.compare_stays();
create trigger compare_new_profiles after insert on people.profile
    referencing new table as changed for each statement execute function membership.compare_stays();
create trigger compare_changed_profiles after update on people.profile
    referencing new table as changed for each statement execute function membership.compare_stays();
create function membership.compare_named() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into membership.near_todo values (new.id) on conflict do nothing;
    return null;
end $$;
create trigger compare_renamed after update of name on people.person for each row
    when (new.name <> old.name) execute function membership.compare_named();

create index person_called on people.person (name);

-- Whether one character more, less or other makes one name of the other.
create function membership.one_edit(a text, b text) returns boolean language sql immutable parallel safe
set search_path = pg_catalog, pg_temp as $$
    select case length(a) - length(b)
        when 0 then (select count(*) from generate_series(1, length(a)) i where substr(a, i, 1) <> substr(b, i, 1)) = 1
        when 1 then exists (select from generate_series(1, length(a)) i where overlay(a placing '' from i for 1) = b)
        when -1 then exists (select from generate_series(1, length(b)) i where overlay(b placing '' from i for 1) = a)
        else false end
$$;

-- Compares these persons with all others who are or were members. Two with an identity number each are namesakes, unless one union has both.
create function membership.pair_up(ids bigint[]) returns void language sql
set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
    delete from membership.near_pair where one_id = any (ids) and apart_at is null;
    delete from membership.near_pair where other_id = any (ids) and apart_at is null;
    insert into membership.near_pair (one_id, other_id, likeness, one_scope, other_scope)
    select distinct on (one_id, other_id) one_id, other_id, likeness, one_scope, other_scope from (
        select least(k.id, o.id) as one_id, greatest(k.id, o.id) as other_id, o.likeness, o.strength,
               case when k.id < o.id then ks.scope else os.scope end as one_scope,
               case when k.id < o.id then os.scope else ks.scope end as other_scope
        from unnest(ids) i (id) join people.person k on k.id = i.id and k.merged_into is null
        cross join lateral (
            select s.scope, s.unit_id, s.until from membership.stay s where s.person_id = k.id
            order by s.until is null desc, s.id desc limit 1) ks
        cross join lateral (
            (select p.id, 'SAME_PHONE' as likeness, 1 as strength
            from people.identity n join people.identity_index x on x.identity_id = n.id and x.kind = 'PHONE'
            join people.identity_index y on y.mark = x.mark and y.identity_id <> x.identity_id
            join people.identity m on m.id = y.identity_id join people.person p on p.id = m.person_id and p.merged_into is null
            where n.person_id = k.id and n.field = 'PHONE' and (p.name = k.name or membership.one_edit(p.name, k.name)) limit 20)
            union all
            (select p.id, 'LIKE_PHONE', 2
            from people.person p join membership.stay s on s.person_id = p.id and s.until is null and s.unit_id = ks.unit_id
            where p.name = k.name and p.id <> k.id and p.merged_into is null and ks.until is null
              and exists (
                select from people.identity n join people.identity_index x on x.identity_id = n.id and x.kind = 'PHONE_PREFIX'
                join people.identity m on m.person_id = p.id and m.field = 'PHONE'
                join people.identity_index y on y.identity_id = m.id and y.kind = 'PHONE_PREFIX' and y.mark = x.mark
                where n.person_id = k.id and n.field = 'PHONE') limit 20)
            union all
            (select p.id, 'SAME_BIRTH', 3
            from people.profile kp, people.person p join people.profile pp on pp.person_id = p.id
            where kp.person_id = k.id and p.name = k.name and p.id <> k.id and p.merged_into is null
              and pp.birth_year = kp.birth_year and pp.sex = kp.sex
              and (not exists (select from people.identity n where n.person_id = k.id and n.field = 'ID_NUMBER')
                or not exists (select from people.identity n where n.person_id = p.id and n.field = 'ID_NUMBER')
                or exists (select from membership.stay s where s.person_id = p.id and s.unit_id = ks.unit_id)) limit 20)) o
        cross join lateral (
            select s.scope from membership.stay s where s.person_id = o.id
            order by s.until is null desc, s.id desc limit 1) os) found
    order by one_id, other_id, strength
    on conflict (one_id, other_id) do update set one_scope = excluded.one_scope, other_scope = excluded.other_scope;
$$;

-- A number that somebody's second card had, before their records were brought together.
create table membership.card_gone (
    number    text        primary key check (number ~ '^[0-9]{16}$'),
    person_id bigint      not null references people.person,
    ended_at  timestamptz not null
);
create index card_gone_person on membership.card_gone (person_id);

-- Brings what names one person to another, who is the same. Numbers, profile and stays that last are put right before, by whoever
-- chose. What somebody did, and what is sealed or signed, keeps the name it was done under; people.person leads on from there.
create function membership.bring_together(gone bigint, kept bigint, keep_gone_card boolean, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update access.account set person_id = kept where person_id = gone;
    update access.sign_in set person_id = kept where person_id = gone;

    update matter.matter set person_id = kept where person_id = gone;
    update matter.party p set person_id = kept where p.person_id = gone and not exists (
        select from matter.party o where o.matter_id = p.matter_id and o.part = p.part and o.person_id = kept);
    update matter.action_key set person_id = kept where person_id = gone;
    update matter.task set holder_id = kept where holder_kind = 'PERSON' and holder_id = gone;
    update matter.hand h set person_id = kept where h.person_id = gone and not exists (
        select from matter.hand o where o.matter_id = h.matter_id and o.person_id = kept);
    update matter.link l set ended_at = at where l.person_id = gone and l.ended_at is null and exists (
        select from matter.link o where o.task_id = l.task_id and o.person_id = kept and o.ended_at is null);
    update matter.link set person_id = kept where person_id = gone;

    update notice.notice set person_id = kept where person_id = gone;
    update notice.preference set person_id = kept where person_id = gone and not exists (
        select from notice.preference where person_id = kept);

    update organisation.tenure t set person_id = kept where t.person_id = gone and not exists (
        select from organisation.tenure o where o.post_id = t.post_id and o.person_id = kept and o.during && t.during);
    update organisation.committee_member m set person_id = kept where m.person_id = gone and not exists (
        select from organisation.committee_member o
        where o.committee_id = m.committee_id and o.person_id = kept and o.during && m.during);
    update organisation.list_columns c set person_id = kept where c.person_id = gone and not exists (
        select from organisation.list_columns o where o.person_id = kept and o.list = c.list);
    update organisation.saved_filter set person_id = kept where person_id = gone;

    if keep_gone_card then
        insert into membership.card_gone (number, person_id, ended_at)
            select number, kept, at from membership.card where person_id = kept;
        delete from membership.card where person_id = kept;
    else
        insert into membership.card_gone (number, person_id, ended_at)
            select number, kept, at from membership.card
            where person_id = gone and exists (select from membership.card where person_id = kept);
        delete from membership.card
            where person_id = gone and exists (select from membership.card where person_id = kept);
    end if;
    update membership.card set person_id = kept where person_id = gone;
    update membership.card_gone set person_id = kept where person_id = gone;
    update membership.stay set person_id = kept where person_id = gone;
    update membership.application set person_id = kept where person_id = gone;
    update membership.consent c set person_id = kept, withdrawn_at = case
        when c.withdrawn_at is null and exists (
            select from membership.consent o where o.person_id = kept and o.purpose = c.purpose and o.withdrawn_at is null)
        then greatest(at, c.given_at) else c.withdrawn_at end where c.person_id = gone;
    delete from membership.short_code where person_id = gone;
    update membership.code_use set person_id = kept where person_id = gone;
    update membership.gift_claim c set person_id = kept where c.person_id = gone and not exists (
        select from membership.gift_claim o where o.gift_id = c.gift_id and o.person_id = kept);
    delete from membership.near_pair where one_id = gone or other_id = gone;
    delete from membership.near_todo where person_id = gone;
    insert into membership.near_todo values (kept) on conflict do nothing;

    update people.person set merged_into = kept where merged_into = gone or id = gone;
end $$;
revoke execute on function membership.bring_together(bigint, bigint, boolean, timestamptz) from public;
grant execute on function membership.bring_together(bigint, bigint, boolean, timestamptz) to ${app};
