-- The app on the phone that shows a code every thirty seconds.
create table access.second_factor (
    public_id    uuid        primary key,
    account_id   bigint      not null unique references access.account,
    secret       text        not null, -- sealed
    confirmed_at timestamptz not null,
    last_step    bigint                -- a step at or before this one was used up
);
create index second_factor_key on access.second_factor (split_part(secret, '|', 3), public_id);

-- For the day the phone is lost: each opens once. Argon2id with one salt for the ten of an account.
create table access.recovery_code (
    account_id bigint not null references access.account,
    salt       bytea  not null check (length(salt) = 16),
    code_hash  bytea  not null check (length(code_hash) = 32),
    used_at    timestamptz,
    primary key (account_id, code_hash)
);

-- A browser that an account has signed in from: it has tries of its own, so that strangers cannot shut it out.
create table access.known_device (
    account_id bigint      not null references access.account,
    token_hash bytea       not null check (length(token_hash) = 32),
    seen_at    timestamptz not null,
    primary key (account_id, token_hash)
);

alter table access.sign_in drop constraint sign_in_outcome_check;
alter table access.sign_in add constraint sign_in_outcome_check check (outcome in
    ('SIGNED_IN', 'PASSWORD_RIGHT', 'WRONG_PASSWORD', 'WRONG_CODE', 'LOCKED', 'DISABLED', 'UNKNOWN'));
create index sign_in_of_account on access.sign_in (account_id, at desc, id desc) where account_id is not null;
