create schema exchange;
grant usage on schema exchange to ${app};
alter default privileges in schema exchange grant select, insert, update, delete on tables to ${app};
alter default privileges in schema exchange grant usage on sequences to ${app};

-- A running process of ours. Work of one that no longer beats was interrupted.
create table exchange.process (
    id      uuid        primary key,
    beat_at timestamptz not null
);

create table exchange.import_run (
    id          bigint      generated always as identity primary key,
    public_id   uuid        not null default gen_random_uuid() unique,
    kind        text        not null,
    file_name   text        not null check (length(file_name) between 1 and 200),
    person_id   bigint      not null,
    process_id  uuid        not null,
    created_at  timestamptz not null,
    finished_at timestamptz,
    state       text        not null check (state in ('CHECKING', 'CHECKED', 'COMMITTING', 'COMMITTED', 'DISCARDED', 'FAILED')),
    mode        text        check (mode in ('ALL', 'GOOD')),
    failure     text,
    headings    jsonb       not null,
    choices     jsonb       not null,
    total       int         not null check (total > 0),
    judged      int         not null default 0,
    added       int         not null default 0 check (added >= 0),
    changed     int         not null default 0 check (changed >= 0),
    same        int         not null default 0 check (same >= 0),
    faulty      int         not null default 0 check (faulty >= 0),
    check (state not in ('COMMITTING', 'COMMITTED') or mode is not null),
    check (mode is distinct from 'ALL' or faulty = 0),
    check ((state = 'FAILED') = (failure is not null)),
    check (state not in ('CHECKED', 'COMMITTING', 'COMMITTED') or added + changed + same + faulty = total)
);
create index on exchange.import_run (person_id, id);
create index on exchange.import_run (created_at);
create index on exchange.import_run (process_id) where state in ('CHECKING', 'COMMITTING');

-- What a file brought, until it is taken in or thrown away. Columns that are not kept never come here.
create table exchange.import_row (
    run_id  bigint not null references exchange.import_run on delete cascade,
    number  int    not null,
    cells   jsonb  not null,
    verdict text   check (verdict in ('NEW', 'CHANGED', 'SAME', 'FAULTY')),
    primary key (run_id, number)
);

create table exchange.import_problem (
    id         bigint generated always as identity primary key,
    public_id  uuid   not null default gen_random_uuid() unique,
    run_id     bigint not null references exchange.import_run on delete cascade,
    number     int    not null,
    column_key text   not null,
    content    text   not null,
    key        text   not null,
    args       jsonb  not null,
    unique (run_id, number, column_key)
);
create index on exchange.import_problem (run_id, number, id);
