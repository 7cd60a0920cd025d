-- What a code names a card by: nothing that can be read off a card or a page.
alter table membership.card add column handle uuid not null default gen_random_uuid() unique;

-- A code that was taken at a gate: no other gate takes it again. Forgotten after ninety days.
create table membership.code_use (
    nonce     bytea       primary key check (length(nonce) = 8),
    person_id bigint      not null references people.person,
    gate      text        not null check (gate = btrim(gate) and length(gate) between 1 and 40),
    at        timestamptz not null,
    by_person bigint      not null references people.person
);
create index code_use_at on membership.code_use (at);
create index code_use_person on membership.code_use (person_id, at);
create index code_use_by on membership.code_use (by_person);
grant delete on membership.code_use to ${app};

-- Eight digits to type where no camera is: for a minute, and once.
create table membership.short_code (
    code      text        primary key check (code ~ '^[0-9]{8}$'),
    person_id bigint      not null unique references people.person,
    nonce     bytea       not null check (length(nonce) = 8),
    ends_at   timestamptz not null
);
create index short_code_ends on membership.short_code (ends_at);
grant delete on membership.short_code to ${app};

-- 新会员礼包: what a union gives to those who join, once each, and never more than there are.
create table membership.gift (
    id        bigint      generated always as identity primary key,
    public_id uuid        not null default gen_random_uuid() unique,
    unit_id   bigint      not null references organisation.unit,
    name      text        not null check (name = btrim(name) and length(name) between 1 and 40),
    place     text        not null check (place = btrim(place) and length(place) between 1 and 60),
    stock     int         not null check (stock between 1 and 100000),
    given     int         not null default 0 check (given between 0 and stock),
    -- for members who joined from this day on
    joined_on date        not null,
    ends_on   date        not null check (ends_on >= joined_on),
    made_by   bigint      not null references people.person,
    made_at   timestamptz not null,
    ended_at  timestamptz
);
create index gift_unit on membership.gift (unit_id, id);
create index gift_made_by on membership.gift (made_by);
create table membership.gift_claim (
    gift_id   bigint      not null references membership.gift,
    person_id bigint      not null references people.person,
    at        timestamptz not null,
    by_person bigint      not null references people.person,
    primary key (gift_id, person_id)
);
create index gift_claim_person on membership.gift_claim (person_id);
create index gift_claim_by on membership.gift_claim (by_person);
revoke update on membership.gift_claim from ${app};
grant delete on membership.gift_claim to ${app};
