-- A list that somebody asked to take along as a workbook. The workbook itself lies in the data folder until it was fetched.
create table exchange.export (
    id           bigint      generated always as identity primary key,
    public_id    uuid        not null unique,
    kind         text        not null,
    person_id    bigint      not null,
    person_name  text        not null,
    post_id      uuid        not null, -- the post in which it was asked for; it must be held until the end
    post_title   text        not null,
    unit_id      uuid        not null,
    unit_name    text        not null,
    scope        text        not null collate "C", -- where the unit stood: whoever reaches it may approve
    filter       jsonb       not null,
    columns      jsonb       not null,
    words        text        not null, -- the filter as a reader would say it
    language     text        not null,
    address      text        not null,
    asked_at     timestamptz not null,
    state        text        not null check (state in ('WAITING', 'MAKING', 'READY', 'FETCHED', 'REFUSED', 'CANCELLED', 'FAILED', 'EXPIRED')),
    process_id   uuid,
    total        int         not null check (total >= 0),
    done         int         not null default 0 check (done >= 0),
    decided_by   bigint      check (decided_by <> person_id),
    decided_name text,
    decided_at   timestamptz,
    reason       text        check (reason = btrim(reason) and length(reason) between 1 and 200),
    failure      text,
    finished_at  timestamptz,
    fetched_at   timestamptz,
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_name is null)),
    check ((state = 'REFUSED') = (reason is not null) and (reason is null or decided_by is not null)),
    check ((state = 'FAILED') = (failure is not null)),
    check ((state = 'FETCHED') = (fetched_at is not null)),
    check (state <> 'MAKING' or process_id is not null),
    check (state not in ('READY', 'FETCHED') or finished_at is not null)
);
create index export_person on exchange.export (person_id, id);
create index export_waiting on exchange.export (id) where state = 'WAITING';
create index export_making on exchange.export (process_id) where state = 'MAKING';
create index export_open on exchange.export (state) where state in ('WAITING', 'READY');

-- Asked twice while the first is under way, it is the same.
create unique index export_once on exchange.export (person_id, kind, md5(filter::text), md5(columns::text))
    where state in ('WAITING', 'MAKING');
