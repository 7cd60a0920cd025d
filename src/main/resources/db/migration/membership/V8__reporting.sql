-- 已上报: where each member stands with the roll above us. A change after it was reported is to be reported again.
alter table membership.stay add column standing text not null default 'NONE'
    check (standing in ('NONE', 'EXPORTED', 'REPORTED', 'CHANGED'));
create index stay_unreported on membership.stay (scope, id) where standing = 'NONE' and until is null;
create index stay_to_report on membership.stay (standing, scope, id) where standing in ('EXPORTED', 'CHANGED', 'REFUSED');
create index stay_reported on membership.stay (scope, id) where standing = 'REPORTED';

create sequence membership.report_nr;
grant usage on sequence membership.report_nr to ${app};

-- What is handed in at once: whom, not what. The numbers stay in the vault and are read when the file is made.
create table membership.report (
    id           bigint      generated always as identity primary key,
    public_id    uuid        not null default gen_random_uuid() unique,
    number       text        not null unique,
    unit_id      bigint      not null references organisation.unit,
    state        text        not null default 'READY' check (state in ('READY', 'REPORTED', 'DISCARDED')),
    size         int         not null check (size > 0),
    made_at      timestamptz not null,
    made_by      bigint      not null references people.person,
    made_by_name text        not null,
    reported_on  date,
    receipt      text        check (receipt = btrim(receipt) and length(receipt) between 1 and 100),
    check ((state = 'REPORTED') = (reported_on is not null and receipt is not null))
);
create index report_unit on membership.report (unit_id, id);
create index report_made_by on membership.report (made_by);
create table membership.report_row (
    report_id bigint not null references membership.report,
    stay_id   bigint not null references membership.stay,
    before    text   not null,
    primary key (report_id, stay_id)
);
create index report_row_stay on membership.report_row (stay_id);
revoke update on membership.report_row from ${app};

-- What the roll above is told of has changed.
create function membership.standing_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if new.standing = old.standing and new.standing in ('EXPORTED', 'REPORTED')
        and (new.unit_id, new.employer_id, new.worker_class, new.state, new.since, new.until)
            is distinct from (old.unit_id, old.employer_id, old.worker_class, old.state, old.since, old.until) then
        new.standing := 'CHANGED';
    end if;
    return new;
end $$;
create trigger standing_changed before update on membership.stay for each row execute function membership.standing_changed();

create function membership.person_changed() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
    if tg_table_name = 'person' then
        update membership.stay set standing = 'CHANGED' where person_id = new.id and standing in ('EXPORTED', 'REPORTED') and until is null;
    else
        update membership.stay s set standing = 'CHANGED' from changed c
        where s.person_id = c.person_id and s.standing in ('EXPORTED', 'REPORTED') and s.until is null;
    end if;
    return null;
end $$;
create trigger member_renamed after update on people.person for each row when (new.name <> old.name)
    execute function membership.person_changed();
create trigger member_profiled after insert on people.profile referencing new table as changed
    for each statement execute function membership.person_changed();
create trigger member_profile_changed after update on people.profile referencing new table as changed
    for each statement execute function membership.person_changed();
create trigger member_numbered after insert on people.identity referencing new table as changed
    for each statement execute function membership.person_changed();
create trigger member_number_changed after update on people.identity referencing new table as changed
    for each statement execute function membership.person_changed();
create trigger member_number_gone after delete on people.identity referencing old table as changed
    for each statement execute function membership.person_changed();

-- A gate of another system is nobody: it comes by its token.
alter table membership.code_use alter column by_person drop not null;
alter table membership.code_twice alter column by_person drop not null;
alter table membership.gift_claim alter column by_person drop not null;

-- Planned anew each time: kept from a change of one member, a plan would compare each of many with each.
create or replace function membership.stays_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    execute $q$
        update membership.span s set to_day = greatest(s.from_day, coalesce(n.until, current_date))
        from before o join after n on n.id = o.id
        where s.stay_id = n.id and s.to_day is null and membership.counts(o.state)
            and (not membership.counts(n.state) or o.unit_id <> n.unit_id or o.worker_class is distinct from n.worker_class)
    $q$;
    execute $q$
        insert into membership.span (stay_id, unit_id, worker_class, from_day)
        select n.id, n.unit_id, n.worker_class, current_date from before o join after n on n.id = o.id
        where membership.counts(n.state)
            and (not membership.counts(o.state) or o.unit_id <> n.unit_id or o.worker_class is distinct from n.worker_class)
    $q$;
    return null;
end $$;
create or replace function membership.spans_ended() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    execute $q$
        insert into membership.count_delta (unit_id, day, worker_class, change)
        select n.unit_id, n.to_day, coalesce(n.worker_class, ''), -count(*) from before o join after n on n.id = o.id
        where o.to_day is null and n.to_day is not null group by 1, 2, 3
    $q$;
    return null;
end $$;
