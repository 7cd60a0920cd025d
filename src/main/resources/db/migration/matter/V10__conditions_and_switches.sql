-- A step may be passed over where its condition does not hold for the matter; the first and the last never are.
alter table matter.route_step
    add column condition text not null default 'ALWAYS' check (condition in (
        'ALWAYS', 'FROM_BELOW', 'FROM_ABOVE', 'FROM_ELSEWHERE', 'FROM_BASE', 'WITH_PAPERS', 'WITHOUT_PAPERS')),
    add constraint route_step_asker check (seat <> 'ASKER' or condition = 'ALWAYS');
create function matter.check_route_ends() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if exists (
        select from (
            select s.nr, s.condition, min(s.nr) over () as first, max(s.nr) over () as last
            from matter.route_step s where s.route_id = new.route_id and s.seat <> 'ASKER') working
        where working.nr in (working.first, working.last) and working.condition <> 'ALWAYS') then
        raise exception 'the first and the last step of route % are for every matter', new.route_id
            using errcode = '23514', constraint = 'route_ends';
    end if;
    return null;
end $$;
create constraint trigger check_route_ends after insert on matter.route_step
    deferrable initially deferred for each row execute function matter.check_route_ends();

-- The key of a step says which step it is, in whatever route and version: a new one gets a key that no other ever had.
create sequence matter.step_key;
update matter.task t
    set step = regexp_replace(t.step, '^step-', 'step-' || m.route_id || '-'),
        returns_to = regexp_replace(t.returns_to, '^step-', 'step-' || m.route_id || '-')
    from matter.matter m where m.id = t.matter_id and (t.step like 'step-%' or t.returns_to like 'step-%');
update matter.route_step set key = regexp_replace(key, '^step-', 'step-' || route_id || '-') where key like 'step-%';

-- 转到新路线: running matters of a unit with all below that go over to another route, some hundred at a time.
create table matter.route_switch (
    id          bigint      generated always as identity primary key,
    unit_id     bigint      not null references organisation.unit,
    route_id    bigint      not null references matter.route,
    note        text        not null check (note = btrim(note) and length(note) between 2 and 200),
    person_id   bigint      not null references people.person,
    at          timestamptz not null,
    -- the last matter that was looked at, and how many went over so far
    after_id    bigint      not null default 0,
    switched    int         not null default 0 check (switched >= 0),
    ended_at    timestamptz check (ended_at >= at)
);
create index route_switch_unit on matter.route_switch (unit_id);
create index route_switch_route on matter.route_switch (route_id);
create index route_switch_person on matter.route_switch (person_id);
create index route_switch_running on matter.route_switch (id) where ended_at is null;
create index matter_open on matter.matter (asked_id, id) where state = 'OPEN';
