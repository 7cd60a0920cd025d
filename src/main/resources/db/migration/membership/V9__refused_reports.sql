-- 被退回: the roll above did not take a member. Reported again, with or without a change here.
alter table membership.stay drop constraint stay_standing_check;
alter table membership.stay add constraint stay_standing_check
    check (standing in ('NONE', 'EXPORTED', 'REPORTED', 'CHANGED', 'REFUSED')) not valid;
alter table membership.stay validate constraint stay_standing_check;

-- why, in the words of the roll above
alter table membership.report_row add column refused text
    check (refused = btrim(refused) and length(refused) between 1 and 200);
alter table membership.report_row add column refused_at timestamptz;
alter table membership.report_row add constraint report_row_refused_at_check check ((refused is null) = (refused_at is null));
create index report_row_refused on membership.report_row (report_id, stay_id) where refused is not null;
grant update (refused, refused_at) on membership.report_row to ${app};

-- Whoever was refused and is put right waits to be reported as anybody who has changed.
create or replace function membership.standing_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if new.standing = old.standing and new.standing in ('EXPORTED', 'REPORTED', 'REFUSED')
        and (new.unit_id, new.employer_id, new.worker_class, new.state, new.since, new.until)
            is distinct from (old.unit_id, old.employer_id, old.worker_class, old.state, old.since, old.until) then
        new.standing := 'CHANGED';
    end if;
    return new;
end $$;

create or replace function membership.person_changed() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
    if tg_table_name = 'person' then
        update membership.stay set standing = 'CHANGED'
        where person_id = new.id and standing in ('EXPORTED', 'REPORTED', 'REFUSED') and until is null;
    else
        execute $q$
            update membership.stay s set standing = 'CHANGED' from changed c
            where s.person_id = c.person_id and s.standing in ('EXPORTED', 'REPORTED', 'REFUSED') and s.until is null
        $q$;
    end if;
    return null;
end $$;
