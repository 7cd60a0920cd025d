-- 疑点: what speaks against a roll being real. The union itself sees it first, and the unions above once its days are over.
create table membership.doubt (
    id         bigint      generated always as identity primary key,
    public_id  uuid        not null default gen_random_uuid() unique,
    unit_id    bigint      not null references organisation.unit,
    rule       text        not null check (rule in ('PHONES_IN_A_ROW', 'ONE_ACCOUNT', 'MORE_THAN_STAFF', 'FAST_GROWTH')),
    state      text        not null default 'OPEN' check (state in ('OPEN', 'EXPLAINED', 'SENT_BACK', 'ACCEPTED', 'MENDED')),
    -- how many members it is about, and what they are measured by
    members    int         not null check (members > 0),
    measure    int         not null check (measure >= 0),
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    due_on     date        not null,
    reminded   boolean     not null default false,
    -- since when the unions above see it
    passed_at  timestamptz,
    ended_at   timestamptz,
    check ((ended_at is null) = (state in ('OPEN', 'EXPLAINED', 'SENT_BACK'))),
    check (state not in ('SENT_BACK', 'ACCEPTED') or passed_at is not null)
);
create unique index doubt_once on membership.doubt (unit_id, rule) where ended_at is null;
create index doubt_unit on membership.doubt (unit_id, rule, id);
create index doubt_open on membership.doubt (id) where ended_at is null;
create index doubt_settled on membership.doubt (id) where ended_at is not null;
create index doubt_due on membership.doubt (due_on, id) where ended_at is null;

-- Whom it is about, as of when it was last seen.
create table membership.doubt_stay (
    doubt_id bigint not null references membership.doubt,
    stay_id  bigint not null references membership.stay,
    primary key (doubt_id, stay_id)
);
create index doubt_stay_stay on membership.doubt_stay (stay_id);
grant delete on membership.doubt_stay to ${app};

create table membership.doubt_event (
    id        bigint      generated always as identity primary key,
    doubt_id  bigint      not null references membership.doubt,
    at        timestamptz not null,
    what      text        not null check (what in ('SEEN', 'EXPLAINED', 'PASSED', 'SENT_BACK', 'ACCEPTED', 'MENDED')),
    words     text        check (words = btrim(words) and length(words) between 2 and 500),
    by_person bigint      references people.person,
    by_name   text,
    check ((by_person is null) = (by_name is null)),
    check ((words is not null) = (what in ('EXPLAINED', 'SENT_BACK', 'ACCEPTED')))
);
create index doubt_event_doubt on membership.doubt_event (doubt_id, id);
create index doubt_event_by on membership.doubt_event (by_person) where by_person is not null;
revoke update on membership.doubt_event from ${app};
