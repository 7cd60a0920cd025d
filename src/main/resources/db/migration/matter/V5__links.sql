-- Links with which somebody does one step without signing in. Kept are hashes only: of the link, of the code that proves
-- the phone, of what the browser shows afterwards.
create table matter.link (
    id            bigint      generated always as identity primary key,
    public_id     uuid        not null default gen_random_uuid() unique,
    token_hash    bytea       not null unique check (length(token_hash) = 32),
    matter_id     bigint      not null references matter.matter,
    task_id       bigint      not null references matter.task,
    -- for whom, and in which post they act
    person_id     bigint      not null references people.person,
    post_id       bigint      not null references organisation.post,
    made_at       timestamptz not null,
    made_by       bigint      not null references people.person,
    ends_at       timestamptz not null check (ends_at > made_at),
    ended_at      timestamptz,
    code_hash     bytea,
    code_ends_at  timestamptz,
    code_tries    int         not null default 0 check (code_tries >= 0),
    proof_hash    bytea,
    proof_ends_at timestamptz,
    check ((code_hash is null) = (code_ends_at is null)),
    check ((proof_hash is null) = (proof_ends_at is null))
);
create unique index link_open on matter.link (task_id, person_id) where ended_at is null;
create index link_matter on matter.link (matter_id);

-- What was entered in a timeline by such a link.
create table matter.link_entry (
    entry_id bigint primary key references matter.entry,
    link_id  bigint not null references matter.link
);
create index link_entry_link on matter.link_entry (link_id);
revoke update on matter.link_entry from ${app};
