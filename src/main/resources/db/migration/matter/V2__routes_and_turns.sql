-- A route of a kind: for the whole cell as shipped, or for a unit with all below as that unit wrote it. What is in force is
-- the one that has not ended; a matter keeps the one that it began with.
create table matter.route (
    id          bigint      generated always as identity primary key,
    public_id   uuid        not null default gen_random_uuid() unique,
    kind        text        not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    unit_id     bigint      references organisation.unit,
    version     int         not null check (version > 0),
    shipped     text,
    note        text        check (note = btrim(note) and length(note) between 2 and 200),
    person_id   bigint      references people.person,
    person_name text,
    since       timestamptz not null,
    ended_at    timestamptz,
    unique nulls not distinct (kind, unit_id, version),
    check (ended_at >= since),
    -- the platform's own, or somebody's for a unit
    check (num_nonnulls(unit_id, person_id, person_name, note) in (0, 4) and (unit_id is null) = (shipped is not null))
);
create unique index route_in_force on matter.route (kind, unit_id) nulls not distinct where ended_at is null;
create index route_unit on matter.route (unit_id) where unit_id is not null;

create table matter.route_step (
    route_id bigint not null references matter.route,
    nr       int    not null check (nr > 0),
    key      text   not null check (key ~ '^[a-z]+(-[a-z0-9]+)*$'),
    -- null: the platform's own step, named by its messages
    name     text   check (name = btrim(name) and length(name) between 1 and 30),
    seat     text   not null check (seat in ('ASKER', 'ASKED', 'ABOVE')),
    -- null: whoever may handle matters in the unit
    role_id  bigint references organisation.role,
    clock    text   not null check (clock ~ '^[a-z]+(-[a-z]+)*$'),
    actions  text[] not null check (cardinality(actions) > 0),
    primary key (route_id, nr),
    unique (route_id, key)
);
revoke update on matter.route_step from ${app};
create index route_step_role on matter.route_step (role_id) where role_id is not null;

-- Drafts have no number and are in nobody's hands but their writer's.
alter table matter.matter
    add column route_id bigint references matter.route,
    alter column asked_id drop not null,
    alter column asked_name drop not null,
    alter column year drop not null,
    alter column nr drop not null,
    alter column pack_id drop not null;
alter table matter.matter drop constraint matter_state_check;
alter table matter.matter add constraint matter_state_check check (state in ('DRAFT', 'OPEN', 'CLOSED', 'DROPPED'));
alter table matter.matter drop constraint matter_title_check;
alter table matter.matter add constraint matter_title_check
    check (title = btrim(title) and length(title) between case when state in ('DRAFT', 'DROPPED') then 0 else 2 end and 80);
alter table matter.matter drop constraint matter_words_check;
alter table matter.matter add constraint matter_words_check
    check (words = btrim(words) and length(words) between case when state in ('DRAFT', 'DROPPED') then 0 else 2 end and 2000);
alter table matter.matter add constraint matter_number check (
    state in ('DRAFT', 'DROPPED') and num_nonnulls(year, nr, pack_id, route_id) = 0
    or state in ('OPEN', 'CLOSED') and num_nonnulls(year, nr, pack_id, asked_id, asked_name) = 5);
create index matter_draft on matter.matter (person_id, id) where state = 'DRAFT';
create index matter_route on matter.matter (route_id) where route_id is not null;

-- A child is a signer's word 会签 or a part of the work at another unit 派发. Meanwhile the parent waits, in nobody's list.
alter table matter.task
    add column kind text not null default 'STEP' check (kind in ('STEP', 'SIGN', 'DISPATCH')),
    add column parent_id bigint references matter.task,
    -- how many must agree, while it waits for signers
    add column needs int check (needs > 0),
    -- signers are asked again, or units below: a round each
    add column round int not null default 1 check (round > 0),
    add column role_id bigint references organisation.role,
    -- the step that sent it to the asker for more, and gets it again
    add column returns_to text,
    add column done_by bigint references people.person;
alter table matter.task drop constraint task_state_check;
alter table matter.task add constraint task_state_check check (state in ('OPEN', 'WAITING', 'DONE'));
alter table matter.task drop constraint task_step_check;
alter table matter.task add constraint task_step_check check (step ~ '^[a-z]+(-[a-z0-9]+)*$');
alter table matter.task add constraint task_child check ((kind = 'STEP') = (parent_id is null));
alter table matter.task add constraint task_needs check (needs is null or state <> 'OPEN');
alter table matter.task add constraint task_signer check (kind <> 'SIGN' or holder_kind = 'POST');
create index task_parent on matter.task (parent_id) where parent_id is not null;
create index task_role on matter.task (role_id) where role_id is not null;
create index task_done_by on matter.task (done_by) where done_by is not null;
-- nobody's word counts twice, whatever posts they hold
create unique index task_one_word on matter.task (parent_id, round, done_by) where kind = 'SIGN' and verdict in ('AGREE', 'DISAGREE');

alter table matter.entry
    add column behalf_kind text check (behalf_kind in ('DELEGATED', 'RECORDED')),
    add column behalf text check (length(behalf) between 1 and 200),
    add constraint entry_behalf check ((behalf is null) = (behalf_kind is null));

-- Where somebody has had a hand in: 已办.
create table matter.hand (
    id        bigint      generated always as identity primary key,
    public_id uuid        not null default gen_random_uuid() unique,
    person_id bigint      not null references people.person,
    matter_id bigint      not null references matter.matter,
    last_at   timestamptz not null,
    unique (person_id, matter_id)
);
create index hand_last on matter.hand (person_id, last_at desc, id desc);
create index hand_matter on matter.hand (matter_id);

-- 委托: for these days another post of the unit has what waits for this one.
create table matter.delegation (
    id          bigint      generated always as identity primary key,
    public_id   uuid        not null default gen_random_uuid() unique,
    post_id     bigint      not null references organisation.post,
    to_post_id  bigint      not null references organisation.post,
    during      daterange   not null check (not isempty(during) and not upper_inf(during) and not lower_inf(during)),
    words       text        not null check (words = btrim(words) and length(words) between 2 and 200),
    person_id   bigint      not null references people.person,
    at          timestamptz not null,
    ended_at    timestamptz,
    check (post_id <> to_post_id),
    exclude using gist (post_id with =, during with &&) where (ended_at is null)
);
create index delegation_to on matter.delegation (to_post_id);
create index delegation_person on matter.delegation (person_id);

-- Also what waits for children waits in somebody's hands: those of a child.
create or replace function matter.check_hands() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    which bigint;
begin
    if tg_table_name = 'matter' then which := new.id; else which := new.matter_id; end if;
    if (select m.open_tasks from matter.matter m where m.id = which)
            <> (select count(*) from matter.task t where t.matter_id = which and t.state = 'OPEN') then
        raise exception 'matter % is not in the hands that it says', which using errcode = '23514', constraint = 'matter_hands';
    end if;
    if exists (select from matter.task t where t.matter_id = which and t.state = 'WAITING'
            and not exists (select from matter.task c where c.parent_id = t.id and c.state <> 'DONE'))
        or exists (select from matter.task t join matter.task c on c.parent_id = t.id
            where t.matter_id = which and t.state <> 'WAITING' and c.state <> 'DONE') then
        raise exception 'a step of matter % waits for nothing', which using errcode = '23514', constraint = 'task_waits';
    end if;
    return null;
end $$;

-- The unit's own lists: what it asked, handles, was told; the latest first.
create index party_part on matter.party (unit_id, part, matter_id) where unit_id is not null;
drop index matter.party_unit;
create index matter_number_of_year on matter.matter (year, nr);

-- Matters with a party within a reach, some more than once.
create function matter.near(reach text[]) returns table (matter_id bigint) language sql stable as $$
    select p.matter_id from unnest(reach) as r(path)
    join matter.party p on p.scope >= ltrim(r.path, '=') collate "C"
        and p.scope < (case when starts_with(r.path, '=') then substr(r.path, 2) else left(r.path, -1) end || '0') collate "C"
    where starts_with(r.path, '/') or starts_with(r.path, '=/')
$$;
