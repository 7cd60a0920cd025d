-- The bank account of a union is sealed. It was not founded before its preparation began.
alter table organisation.unit
    add column bank_account text,
    -- derived: the first day after the term of its women workers' committee; null where there is none
    add column women_until  date,
    add check (prepared_on <= founded_on);
create index unit_account_key on organisation.unit (split_part(bank_account, '|', 3), public_id) where bank_account is not null;
create index unit_women on organisation.unit (scope, id) include (women_members, women_until, category) where women_members > 0;

-- A committee whose term is over goes on until its election, unless it was ended.
alter table organisation.committee
    add column ended_for         text     check (ended_for = btrim(ended_for) and length(ended_for) between 1 and 200),
    -- of a women workers' committee
    add column special_contract  boolean,  -- special collective contract for women workers
    add column mothers_rooms     integer  check (mothers_rooms between 0 and 999),
    add column next_health_check date,
    add check (ended_for is null or not upper_inf(during)),
    add check (kind = 'WOMEN' or (special_contract is null and mothers_rooms is null and next_health_check is null));

create function organisation.derive_women() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update organisation.unit u set women_until = latest.until
    from (select k.id, (
              select case when c.ended_for is null then coalesce(upper(c.during), 'infinity') end
              from organisation.committee c where c.unit_id = k.id and c.kind = 'WOMEN'
              order by c.during desc limit 1) as until
          from organisation.unit k where k.id in (new.unit_id, old.unit_id)) latest
    where u.id = latest.id and u.women_until is distinct from latest.until;
    return null;
end $$;
create trigger derive_women after insert or update or delete on organisation.committee
    for each row execute function organisation.derive_women();

-- Lines of an industry are known by their names.
alter table organisation.line add check (name = btrim(name) and length(name) between 2 and 60);
create unique index line_name on organisation.line (kind, name);

insert into organisation.permission (key, duty) values
    ('organisation.unit.edit', 'WORK'),
    ('organisation.committee.edit', 'WORK'),
    ('organisation.line.edit', 'WORK');
update organisation.role set permissions = permissions || '{organisation.unit.edit,organisation.committee.edit}'
    where key in ('federation-cadre', 'union-chair');
update organisation.role set permissions = permissions || '{organisation.line.edit}' where key = 'federation-cadre';
insert into organisation.role (key, cell_wide, reach, permissions) values
    ('women-chair', false, 'OWN', '{organisation.unit.read,organisation.employer.read,organisation.post.read}');
