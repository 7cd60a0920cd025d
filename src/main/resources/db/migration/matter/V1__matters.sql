create schema matter;
grant usage on schema matter to ${app};
alter default privileges in schema matter grant select, insert, update on tables to ${app};
alter default privileges in schema matter grant usage, select on sequences to ${app};

-- Whatever anyone asks of a union: always in somebody's hands while it is open, and ended with an outcome.
create table matter.matter (
    id          bigint      generated always as identity primary key,
    public_id   uuid        not null default gen_random_uuid() unique,
    kind        text        not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    title       text        not null check (title = btrim(title) and length(title) between 2 and 80),
    words       text        not null check (words = btrim(words) and length(words) between 2 and 2000),
    -- who asks, from which unit
    unit_id     bigint      not null references organisation.unit,
    unit_name   text        not null,
    person_id   bigint      not null references people.person,
    person_name text        not null,
    -- whom it is asked of; the number is of that unit and year
    asked_id    bigint      not null references organisation.unit,
    asked_name  text        not null,
    year        int         not null check (year between 2000 and 2999),
    nr          int         not null check (nr > 0),
    state       text        not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    outcome     text        check (outcome in ('ANSWERED', 'REFUSED', 'WITHDRAWN')),
    open_tasks  int         not null check (open_tasks >= 0),
    -- what the clock goes by, for as long as it is open
    pack_id     uuid        not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    unique (asked_id, year, nr),
    check (asked_id <> unit_id),
    check ((state = 'OPEN') = (open_tasks > 0)),
    check ((state = 'CLOSED') = (outcome is not null) and (state = 'CLOSED') = (closed_at is not null)),
    check (closed_at >= opened_at)
);
create index matter_unit on matter.matter (unit_id, id);
create index matter_asked on matter.matter (asked_id, id);

-- Who has to do with it, and as what; a unit with where it stood when it last stood in the tree. Whoever reaches a party
-- sees the matter, but barred wins over everything.
create table matter.party (
    id        bigint      generated always as identity primary key,
    matter_id bigint      not null references matter.matter,
    part      text        not null check (part in ('ASKER', 'HANDLER', 'COPIED', 'BARRED')),
    person_id bigint      references people.person,
    unit_id   bigint      references organisation.unit,
    scope     text        collate "C",
    since     timestamptz not null,
    check (num_nonnulls(person_id, unit_id) = 1),
    check ((unit_id is null) = (scope is null)),
    unique nulls not distinct (matter_id, part, person_id, unit_id)
);
create index party_scope on matter.party (scope, matter_id) where scope is not null;
create index party_matter on matter.party (matter_id);
create index party_unit on matter.party (unit_id) where unit_id is not null;
create index party_person on matter.party (person_id, matter_id) where person_id is not null;

-- A step in somebody's hands: those of a post, or of the pool of a unit until a post there takes it.
create table matter.task (
    id          bigint      generated always as identity primary key,
    public_id   uuid        not null default gen_random_uuid() unique,
    matter_id   bigint      not null references matter.matter,
    step        text        not null check (step ~ '^[a-z]+(-[a-z]+)*$'),
    state       text        not null default 'OPEN' check (state in ('OPEN', 'DONE')),
    holder_kind text        not null check (holder_kind in ('POST', 'POOL')),
    holder_id   bigint      not null,
    unit_id     bigint      not null references organisation.unit,
    started_at  timestamptz not null,
    due_at      timestamptz not null default 'infinity',
    done_at     timestamptz,
    verdict     text,
    check (due_at > started_at),
    check ((state = 'DONE') = (done_at is not null) and (state = 'DONE') = (verdict is not null)),
    check (holder_kind <> 'POOL' or holder_id = unit_id)
);
create index task_held on matter.task (holder_kind, holder_id, due_at, id) where state = 'OPEN';
create index task_matter on matter.task (matter_id, id);

-- The timeline: what is entered stays.
create table matter.entry (
    id          bigint      generated always as identity primary key,
    matter_id   bigint      not null references matter.matter,
    task_id     bigint      references matter.task,
    at          timestamptz not null,
    person_id   bigint      references people.person,
    person_name text        not null,
    post_title  text        not null,
    unit_name   text        not null,
    action      text        not null,
    words       text        check (words = btrim(words) and length(words) between 1 and 2000),
    -- HANDLERS: not for whoever asked
    audience    text        not null default 'ALL' check (audience in ('ALL', 'HANDLERS'))
);
create index entry_matter on matter.entry (matter_id, id);
revoke update on matter.entry from ${app};

create table matter.series (
    unit_id bigint not null references organisation.unit,
    year    int    not null,
    last    int    not null check (last > 0),
    primary key (unit_id, year)
);

-- A form sent twice is one deed.
create table matter.action_key (
    key       uuid        primary key,
    matter_id bigint      not null references matter.matter,
    person_id bigint      not null references people.person,
    at        timestamptz not null
);
create index action_key_matter on matter.action_key (matter_id);

-- An open matter is in somebody's hands, and the count that says so is true when the transaction ends.
create function matter.check_hands() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    which bigint;
begin
    if tg_table_name = 'matter' then which := new.id; else which := new.matter_id; end if;
    if (select m.open_tasks from matter.matter m where m.id = which)
            <> (select count(*) from matter.task t where t.matter_id = which and t.state = 'OPEN') then
        raise exception 'matter % is not in the hands that it says', which using errcode = '23514', constraint = 'matter_hands';
    end if;
    return null;
end $$;
create constraint trigger check_hands after insert or update of open_tasks on matter.matter
    deferrable initially deferred for each row execute function matter.check_hands();
create constraint trigger check_hands after insert or update of state on matter.task
    deferrable initially deferred for each row execute function matter.check_hands();

-- Where a unit moves, its matters go with it; one that is dissolved leaves them where it stood.
create function matter.unit_moved() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update matter.party set scope = new.scope where unit_id = new.id;
    return null;
end $$;
create trigger unit_moved after update on organisation.unit for each row
    when (new.scope is distinct from old.scope and new.scope is not null) execute function matter.unit_moved();
