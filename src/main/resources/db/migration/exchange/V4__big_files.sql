-- A file is read in the background too, a batch at a time: READING comes before CHECKING.
alter table exchange.import_run
    drop constraint import_run_state_check,
    drop column judged,
    add column examples int not null default 0 check (examples >= 0),
    -- what the file is known again by while its run is open: keyed, so that it tells nothing of what stands in the file
    add column mark     bytea,
    add check (state in ('READING', 'CHECKING', 'CHECKED', 'COMMITTING', 'COMMITTED', 'DISCARDED', 'FAILED'));
create unique index import_run_open on exchange.import_run (person_id, mark)
    where state in ('READING', 'CHECKING', 'CHECKED', 'COMMITTING');
drop index exchange.import_run_process_id_idx;
create index import_run_process on exchange.import_run (process_id) where state in ('READING', 'CHECKING', 'COMMITTING');

-- How many rows the step under way has passed. Apart from the run, whose row the commit holds locked.
create table exchange.import_progress (
    run_id bigint primary key references exchange.import_run on delete cascade,
    done   int    not null default 0 check (done >= 0)
);

-- What the good rows of a checked file would change.
create table exchange.import_change (
    id         bigint generated always as identity primary key,
    public_id  uuid   not null default gen_random_uuid() unique,
    run_id     bigint not null references exchange.import_run on delete cascade,
    number     int    not null,
    column_key text   not null,
    before     text   not null,
    after      text   not null,
    check (before <> after),
    unique (run_id, number, column_key)
);
create index on exchange.import_change (run_id, number, id);
