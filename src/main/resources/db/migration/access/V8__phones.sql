-- Codes that prove a phone, and what a browser shows once it is proven. Neither a number nor a code stands here.
create table access.phone_code (
    phone   bytea       not null check (length(phone) >= 16),
    purpose text        not null check (purpose ~ '^[a-z]+(-[a-z]+)*$'),
    code    bytea       not null check (length(code) >= 16),
    ends_at timestamptz not null,
    tries   integer     not null default 0 check (tries between 0 and 5),
    primary key (phone, purpose)
);
create index phone_code_ends on access.phone_code (ends_at);

create table access.phone_proof (
    proof   bytea       primary key check (length(proof) = 32),
    phone   bytea       not null check (length(phone) >= 16),
    purpose text        not null check (purpose ~ '^[a-z]+(-[a-z]+)*$'),
    ends_at timestamptz not null
);
create index phone_proof_ends on access.phone_proof (ends_at);

-- Workers have no account: whoever signed in by phone is on record by their person.
alter table access.sign_in add column person_id bigint references people.person;
alter table access.sign_in add constraint sign_in_account_or_person check (account_id is null or person_id is null);
create index sign_in_of_person on access.sign_in (person_id, at desc, id desc) where person_id is not null;
