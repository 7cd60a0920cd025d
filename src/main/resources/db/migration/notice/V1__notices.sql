create schema notice;
grant usage on schema notice to ${app};
alter default privileges in schema notice grant select, insert, update, delete on tables to ${app};
alter default privileges in schema notice grant usage, select on sequences to ${app};

-- What somebody is told, kept in the transaction of the deed. The inbox shows it; secrets are sealed and wiped when sent.
create table notice.notice (
    id            bigint      generated always as identity primary key,
    public_id     uuid        not null unique,
    key           text        not null unique check (length(key) between 1 and 200),
    person_id     bigint      not null references people.person,
    kind          text        not null check (kind ~ '^[a-z]+(\.[a-z]+(-[a-z]+)*)+$'),
    words         jsonb       not null check (jsonb_typeof(words) = 'object'),
    secrets       text,
    secrets_until timestamptz,
    href          text        check (href ~ '^/([^/\\]|$)'),
    created_at    timestamptz not null,
    read_at       timestamptz,
    check ((secrets is null) or (secrets_until is not null)),
    check (read_at >= created_at)
);
create index notice_inbox on notice.notice (person_id, id);
create index notice_unread on notice.notice (person_id, id) where read_at is null;
create index notice_secrets on notice.notice (secrets_until) where secrets is not null;
create index notice_secrets_key on notice.notice (split_part(secrets, '|', 3), public_id) where secrets is not null;

-- One way out of the house for one notice. SENDING is written before the provider is called, so that a crash in between is known.
create table notice.delivery (
    id          bigint      generated always as identity primary key,
    public_id   uuid        not null default gen_random_uuid() unique,
    notice_id   bigint      not null references notice.notice on delete cascade,
    channel     text        not null check (channel in ('EMAIL', 'SMS', 'WECHAT')),
    state       text        not null default 'WAITING' check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'IN_DOUBT', 'DROPPED')),
    attempts    int         not null default 0 check (attempts >= 0),
    next_try_at timestamptz not null,
    lease_by    uuid,
    lease_until timestamptz,
    recipient   text        check (recipient not similar to '%[0-9]{11}%'),
    provider_id text        check (length(provider_id) <= 200),
    trouble     text        check (length(trouble) <= 80),
    sent_at     timestamptz,
    failed_at   timestamptz,
    unique (notice_id, channel),
    check (state <> 'SENDING' or (lease_by is not null and lease_until is not null and attempts > 0)),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state not in ('FAILED', 'IN_DOUBT', 'DROPPED') or trouble is not null)
);
create index delivery_due on notice.delivery (channel, next_try_at, id) where state = 'WAITING';
create index delivery_sending on notice.delivery (lease_until) where state = 'SENDING';
create index delivery_state on notice.delivery (state, id);
create index delivery_sent on notice.delivery (channel, sent_at) where sent_at is not null;
create index delivery_failed on notice.delivery (channel, failed_at) where failed_at is not null;

-- How somebody wishes to be told. Who has no row here takes what is usual.
create table notice.preference (
    person_id  bigint  primary key references people.person,
    public_id  uuid    not null default gen_random_uuid() unique,
    language   text    not null default 'zh-CN' check (language in ('zh-CN', 'en')),
    email      boolean not null default true,
    sms        boolean not null default true,
    wechat     boolean not null default true,
    quiet      boolean not null default true,
    quiet_from time,
    quiet_to   time,
    wechat_id  text,
    check ((quiet_from is null) = (quiet_to is null)),
    check (quiet_from <> quiet_to)
);
create index preference_wechat_key on notice.preference (split_part(wechat_id, '|', 3), public_id) where wechat_id is not null;
