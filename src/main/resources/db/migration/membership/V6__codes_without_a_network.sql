-- A phone that makes codes by itself: the city vouches for its key, a week at a time.
create table membership.device (
    id        bigint      generated always as identity primary key,
    person_id bigint      not null references people.person,
    -- a point of P-256, uncompressed
    key       bytea       not null unique check (length(key) = 65 and get_byte(key, 0) = 4),
    made_at   timestamptz not null,
    ends_at   timestamptz not null,
    ended_at  timestamptz,
    check (ends_at > made_at)
);
create index device_person on membership.device (person_id, id);
create index device_ended on membership.device (ends_at) where ended_at is not null;
grant delete on membership.device to ${app};

-- A card on paper, for those without a phone. The next one ends it.
create table membership.printed (
    serial    bigint      generated always as identity primary key,
    person_id bigint      not null references people.person,
    made_by   bigint      not null references people.person,
    made_at   timestamptz not null,
    ends_at   timestamptz not null check (ends_at > made_at),
    ended_at  timestamptz
);
create unique index printed_one on membership.printed (person_id) where ended_at is null;
create index printed_person on membership.printed (person_id, serial);
create index printed_by on membership.printed (made_by);
create index printed_ended on membership.printed (ends_at) where ended_at is not null;

-- A code that two gates took while they had no network: which of them was shown a picture, nobody knew then.
create table membership.code_twice (
    id        bigint      generated always as identity primary key,
    nonce     bytea       not null references membership.code_use on delete cascade,
    gate      text        not null check (gate = btrim(gate) and length(gate) between 1 and 40),
    at        timestamptz not null,
    by_person bigint      not null references people.person,
    unique (nonce, gate, at)
);
create index code_twice_by on membership.code_twice (by_person);
grant delete on membership.code_twice to ${app};

-- Two records that become one: each module that has more of a person says how in a function bring_own of its schema.
alter function membership.bring_together(bigint, bigint, boolean, timestamptz) rename to bring_usual;
create function membership.bring_together(gone bigint, kept bigint, keep_gone_card boolean, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    own regproc;
begin
    perform membership.bring_usual(gone, kept, keep_gone_card, at);
    for own in select oid::regproc from pg_proc where proname = 'bring_own' order by pronamespace::regnamespace::text loop
        execute format('select %s($1, $2, $3)', own) using gone, kept, at;
    end loop;
end $$;
revoke execute on function membership.bring_together(bigint, bigint, boolean, timestamptz) from public;
grant execute on function membership.bring_together(bigint, bigint, boolean, timestamptz) to ${app};
revoke execute on function membership.bring_usual(bigint, bigint, boolean, timestamptz) from ${app};

-- Phones and cards of the record that goes no longer work: they name a card that may be gone.
create function membership.bring_own(gone bigint, kept bigint, at timestamptz) returns void language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
    delete from membership.device where person_id = gone;
    update membership.printed set ended_at = at where person_id in (kept, gone) and ended_at is null;
    update membership.printed set person_id = kept where person_id = gone;
end $$;
revoke execute on function membership.bring_own(bigint, bigint, timestamptz) from public;
