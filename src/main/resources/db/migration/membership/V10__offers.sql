-- 福利和政策: what a union offers, in its words, read by whoever scans its code or that of a union below it.
create table membership.offer (
    id        bigint      generated always as identity primary key,
    public_id uuid        not null default gen_random_uuid() unique,
    unit_id   bigint      not null references organisation.unit,
    title     text        not null check (title = btrim(title) and length(title) between 2 and 60),
    words     text        not null check (words = btrim(words) and length(words) between 2 and 2000),
    -- the last day on which it is shown; null for as long as it is not taken down
    until     date,
    made_by   bigint      not null references people.person,
    made_at   timestamptz not null,
    ended_at  timestamptz
);
create index offer_unit on membership.offer (unit_id, id);
-- sent twice, it is put up once
create unique index offer_once on membership.offer (unit_id, title) where ended_at is null;
create index offer_made_by on membership.offer (made_by);
