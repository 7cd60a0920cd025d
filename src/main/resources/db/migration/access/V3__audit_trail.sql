-- Who did what. The application's role only adds, and never says itself which transaction, number or public id it is.
create table access.audit_entry (
    -- stands before the id, so it is taken first: a transaction that began after a seal cannot have a lower id than what
    -- that seal had seen
    xid        xid8        not null default pg_current_xact_id(),
    id         bigint generated always as identity primary key,
    public_id  uuid        not null default gen_random_uuid() unique,
    at         timestamptz not null,
    actor_id   bigint      references people.person, -- null for a job
    actor_name text        not null,
    post       text,
    unit       text,
    address    text,
    request    text,
    action     text        not null check (action ~ '^[a-z]+(\.[a-z]+(-[a-z]+)*)+$'),
    done       boolean     not null, -- false where it was refused
    subject    text        not null check (subject ~ '^[a-z]+(\.[a-z]+(-[a-z]+)*)+$'),
    subject_id uuid,
    label      text        not null,
    person_id  bigint      references people.person, -- whose data it was
    reason     text,
    changes    json        not null -- as text, byte by byte: it is sealed
);
create index audit_entry_latest on access.audit_entry (at desc, id desc);
create index audit_entry_actor on access.audit_entry (actor_name, at desc, id desc);
create index audit_entry_action on access.audit_entry (action, at desc, id desc);
create index audit_entry_person on access.audit_entry (person_id, at desc, id desc) where person_id is not null;
revoke all on access.audit_entry from ${app};
grant select, insert (at, actor_id, actor_name, post, unit, address, request, action, done, subject, subject_id, label,
    person_id, reason, changes) on access.audit_entry to ${app};

-- What waits for its seal. An entry written late, by a transaction that took its time, comes with the next seal.
create table access.audit_pending (
    entry_id bigint primary key
);
revoke update on access.audit_pending from ${app};

-- Seals in a chain. What was signed stands in sealed; entries and leaves are copies that help to find things.
create table access.audit_seal (
    number     bigint         primary key check (number > 0),
    sealed     text           not null,
    signature  bytea          not null,
    entries    int8multirange not null,
    leaves     bytea, -- a digest of each entry, in the order of their ids; null once the entries were dropped
    dropped_to bigint         check (dropped_to < number), -- up to this seal entries were dropped
    written_at timestamptz    not null default now() -- said by the database alone
);
create unique index audit_seal_drop on access.audit_seal (dropped_to) where dropped_to is not null;
revoke all on access.audit_seal from ${app};
grant select, insert (number, sealed, signature, entries, leaves, dropped_to) on access.audit_seal to ${app};

-- The application cannot delete. This does it for whole seals that are old enough, after the seal that says so.
create function access.drop_audit_entries(up_to bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    dropped bigint;
begin
    if not exists (select from access.audit_seal where dropped_to = up_to) then
        raise exception 'no seal says that entries up to seal % are dropped', up_to;
    end if;
    if exists (select from access.audit_seal
               where number <= up_to and leaves is not null and written_at > now() - interval '6 months') then
        raise exception 'the law has an audit trail kept for six months at least';
    end if;
    delete from access.audit_entry e
        using access.audit_seal s cross join lateral unnest(s.entries) r
        where s.number <= up_to and s.leaves is not null and e.id >= lower(r) and e.id < upper(r);
    get diagnostics dropped = row_count;
    update access.audit_seal set leaves = null where number <= up_to and leaves is not null;
    return dropped;
end
$$;
revoke execute on function access.drop_audit_entries from public;
grant execute on function access.drop_audit_entries to ${app};

-- What a check of the trail found, to be shown with its time.
create table access.audit_check (
    id         bigint generated always as identity primary key,
    started_at timestamptz not null,
    ended_at   timestamptz not null,
    asked_by   text        not null,
    entries    bigint      not null,
    seals      bigint      not null,
    waiting    bigint      not null,
    findings   json        not null
);
revoke update, delete on access.audit_check from ${app};
