-- Files that belong to matters; their bytes lie in the data folder, each under its hash. What was taken back stays known.
create table matter.paper (
    id          bigint      generated always as identity primary key,
    public_id   uuid        not null default gen_random_uuid() unique,
    matter_id   bigint      not null references matter.matter,
    name        text        not null check (length(name) between 1 and 100),
    type        text        not null check (type in ('PDF', 'JPEG', 'PNG', 'DOCX', 'XLSX', 'PPTX', 'OFD', 'TXT')),
    size        bigint      not null check (size > 0),
    hash        text        not null check (hash ~ '^[0-9a-f]{64}$'),
    -- HANDLERS: not for whoever asked
    audience    text        not null check (audience in ('ALL', 'HANDLERS')),
    person_id   bigint      not null references people.person,
    person_name text        not null,
    unit_name   text        not null,
    at          timestamptz not null,
    removed_at  timestamptz check (removed_at >= at)
);
create index paper_matter on matter.paper (matter_id, id);
revoke update on matter.paper from ${app};
grant update (removed_at) on matter.paper to ${app};
