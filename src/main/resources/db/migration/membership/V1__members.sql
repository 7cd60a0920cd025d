create schema membership;
grant usage on schema membership to ${app};
alter default privileges in schema membership grant select, insert, update on tables to ${app};
alter default privileges in schema membership grant usage, select on sequences to ${app};

-- Somebody's stay in a union, from a day on, to the first day when it is no longer. A person is in one union at a time.
create table membership.stay (
    id           bigint      generated always as identity primary key,
    public_id    uuid        not null default gen_random_uuid() unique,
    person_id    bigint      not null references people.person,
    unit_id      bigint      not null references organisation.unit,
    -- where the union stands today, or stood last
    scope        text        collate "C" not null,
    employer_id  bigint      references organisation.employer,
    worker_class text        references people.worker_class,
    state        text        not null check (state in ('MEMBER', 'KEPT', 'RETIRED', 'SUSPENDED', 'LEFT')),
    origin       text        not null check (origin in ('JOINED', 'TRANSFERRED', 'ROLL')),
    since        date        not null,
    until        date        check (until >= since),
    check ((state = 'LEFT') = (until is not null))
);
create unique index stay_once on membership.stay (person_id) where until is null;
create index stay_person on membership.stay (person_id, since);
-- the roll of a subtree, by union and in the order of joining; some of it by state or class
create index stay_roll on membership.stay (scope, id) where until is null;
create index stay_state on membership.stay (state, scope, id) where state <> 'MEMBER';
create index stay_class on membership.stay (worker_class, scope, id) where worker_class is not null and until is null;
create index stay_unit on membership.stay (unit_id, id);
create index stay_employer on membership.stay (employer_id) where employer_id is not null;

-- What became of a stay: never changed afterwards.
create table membership.stay_event (
    id          bigint      generated always as identity primary key,
    stay_id     bigint      not null references membership.stay,
    at          timestamptz not null,
    what        text        not null check (what in ('BEGAN', 'CAME', 'WENT', 'LEFT', 'RETIRED', 'SUSPENDED', 'RESUMED', 'KEPT', 'MOVED')),
    words       text        check (words = btrim(words) and length(words) between 1 and 500),
    -- who did it; null for the platform
    by_person   bigint      references people.person,
    by_name     text,
    -- the other union, where one was come from or gone to
    unit_name   text,
    check ((by_person is null) = (by_name is null))
);
create index stay_event_stay on membership.stay_event (stay_id, id);
create index stay_event_by on membership.stay_event (by_person) where by_person is not null;
revoke update on membership.stay_event from ${app};

-- The number on somebody's card, which they keep for life.
create table membership.card (
    person_id bigint      primary key references people.person,
    number    text        not null unique check (number ~ '^[0-9]{16}$'),
    made_at   timestamptz not null
);

-- Numbers that follow one another are far apart, so that a card tells neither order nor how many there are.
create sequence membership.card_nr;
create function membership.new_card(region text) returns text language sql volatile
set search_path = pg_catalog, pg_temp as $$
    with body as (
        select rpad(left(region, 4), 4, '0')
            || lpad(((nextval('membership.card_nr')::numeric * 38474649367 + 77123456789) % 100000000000)::text, 11, '0') as digits),
    doubled as (
        select digits, i, substr(digits, i, 1)::int * (1 + i % 2) as d from body, generate_series(1, 15) i)
    select digits || (10 - sum(d / 10 + d % 10) % 10) % 10 from doubled group by digits
$$;

-- 入会码: the code of a union that is scanned to join it, and who decides about those who do.
create table membership.door (
    id        bigint      generated always as identity primary key,
    public_id uuid        not null default gen_random_uuid() unique,
    unit_id   bigint      not null references organisation.unit,
    code      text        not null unique check (code ~ '^[0-9a-hjkmnp-tv-z]{8}$'),
    label     text        not null check (label = btrim(label) and length(label) between 1 and 40),
    decides   text        not null check (decides in ('NOBODY', 'UNION', 'ABOVE')),
    made_by   bigint      not null references people.person,
    made_at   timestamptz not null,
    ended_at  timestamptz check (ended_at >= made_at)
);
create index door_unit on membership.door (unit_id, id);
create index door_made_by on membership.door (made_by);

-- How far people came who scanned it, by day.
create table membership.door_day (
    door_id bigint not null references membership.door,
    day     date   not null,
    opened  int    not null default 0 check (opened >= 0),
    proven  int    not null default 0 check (proven >= 0),
    asked   int    not null default 0 check (asked >= 0),
    joined  int    not null default 0 check (joined >= 0),
    primary key (door_id, day)
);

-- Somebody asks to join a union, or to go over to it from another.
create table membership.application (
    id           bigint      generated always as identity primary key,
    public_id    uuid        not null default gen_random_uuid() unique,
    key          uuid        not null unique,
    person_id    bigint      not null references people.person,
    unit_id      bigint      not null references organisation.unit,
    scope        text        collate "C" not null,
    door_id      bigint      references membership.door,
    employer_id  bigint      references organisation.employer,
    -- as they wrote it, where it is not one of the register
    employer     text        check (employer = btrim(employer) and length(employer) between 1 and 100),
    worker_class text        not null references people.worker_class,
    state        text        not null check (state in ('ASKED', 'LEAVING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    -- the matter of the union that decides, and of the one that may object
    matter_id    uuid        unique,
    leaving_id   uuid        unique,
    -- the night after which a transfer goes through by itself
    leaves_at    timestamptz,
    at           timestamptz not null,
    ended_at     timestamptz,
    check ((state in ('ACCEPTED', 'REFUSED', 'WITHDRAWN')) = (ended_at is not null)),
    check ((leaving_id is null) = (leaves_at is null)),
    check (state <> 'LEAVING' or leaving_id is not null)
);
create unique index application_open on membership.application (person_id) where ended_at is null;
create index application_person on membership.application (person_id, id);
create index application_scope on membership.application (scope, id) where ended_at is null;
create index application_unit on membership.application (unit_id);
create index application_door on membership.application (door_id) where door_id is not null;
create index application_employer on membership.application (employer_id) where employer_id is not null;
create index application_due on membership.application (leaves_at, id) where state = 'LEAVING';

-- What somebody has agreed to, in which words, and that they do no longer.
create table membership.consent (
    id           bigint      generated always as identity primary key,
    person_id    bigint      not null references people.person,
    purpose      text        not null check (purpose in ('MEMBERSHIP', 'IDENTITY', 'NEWS')),
    wording      int         not null check (wording > 0),
    given_at     timestamptz not null,
    withdrawn_at timestamptz check (withdrawn_at >= given_at)
);
create unique index consent_in_force on membership.consent (person_id, purpose) where withdrawn_at is null;

-- Where a union moves, its members go with it; one that is dissolved leaves them where it stood.
create function membership.unit_moved() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update membership.stay set scope = new.scope where unit_id = new.id;
    update membership.application set scope = new.scope where unit_id = new.id;
    return null;
end $$;
create trigger members_moved after update on organisation.unit for each row
    when (new.scope is distinct from old.scope and new.scope is not null) execute function membership.unit_moved();
