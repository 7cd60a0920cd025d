insert into organisation.permission (key, duty) values
    ('access.token.read', 'SECURITY'),
    ('access.token.issue', 'SECURITY');
update organisation.role set permissions = permissions || '{access.token.read,access.token.issue}' where key = 'security-admin';

-- Since when a union or an employer is as it is told to other systems: the start of the transaction that changed it, so
-- that whoever knows when the oldest open transaction began knows that nothing older is still to come.
alter table organisation.unit add column changed_at timestamptz not null default now();
alter table organisation.employer add column changed_at timestamptz not null default now();
create index unit_changed on organisation.unit (changed_at);
create index employer_changed on organisation.employer (changed_at);

create function organisation.note_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.changed_at := now();
    return new;
end $$;
create trigger note_change before update on organisation.unit
    for each row when (old.* is distinct from new.*) execute function organisation.note_change();
create trigger note_change before update on organisation.employer
    for each row when (old.* is distinct from new.*) execute function organisation.note_change();

-- Names, places, states, covers and insured counts are told with the union or the employer they belong to.
create function organisation.touch_unit() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update organisation.unit set changed_at = now() where id in (new.unit_id, old.unit_id) and changed_at < now();
    return null;
end $$;
create trigger touch_unit after insert or delete or update on organisation.unit_name
    for each row execute function organisation.touch_unit();
create trigger touch_unit after insert or delete or update of unit_id, line_id, parent_id, during on organisation.place
    for each row execute function organisation.touch_unit();
create trigger touch_unit after insert or delete or update on organisation.unit_state
    for each row execute function organisation.touch_unit();

create function organisation.touch_employer() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update organisation.employer set changed_at = now() where id in (new.employer_id, old.employer_id) and changed_at < now();
    return null;
end $$;
create trigger touch_employer after insert or delete or update on organisation.cover
    for each row execute function organisation.touch_employer();
create trigger touch_employer after insert or delete or update on organisation.employer_insured
    for each row execute function organisation.touch_employer();

-- Lists for other systems are narrowed by these.
create index unit_category on organisation.unit (category, scope, id);
create index unit_by_state on organisation.unit (state, scope, id);
create index employer_by_state on organisation.employer (state, scope, id);
