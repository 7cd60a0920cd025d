-- Who may handle matters, in which unit, by which tenure. A unit that rests has nobody.
create function matter.handlers(today date) returns table (unit_id bigint, post_id bigint, role_id bigint, tenure_id bigint, person_id bigint)
language sql stable as $$
    select o.unit_id, o.id, o.role_id, n.id, n.person_id from organisation.post o
    join organisation.unit u on u.id = o.unit_id and u.state <> 'SUSPENDED'
    join organisation.role r on r.id = o.role_id and 'matter.handle' = any (r.permissions)
    join organisation.tenure n on n.post_id = o.id and n.during @> today
$$;

-- What a post or a unit has, also what waits for parts of it.
create index task_holder on matter.task (holder_kind, holder_id, matter_id) where state <> 'DONE';
create index task_unit on matter.task (unit_id) where state <> 'DONE';

-- From which hands to which: of what was passed on, since nobody holds the post or the unit has nobody.
alter table matter.entry
    add column moved_from text check (length(moved_from) between 1 and 400),
    add column moved_to   text check (length(moved_to) between 1 and 400),
    add constraint entry_moved check (num_nonnulls(moved_from, moved_to) = case action when 'HAND_ON' then 2 else 0 end);

-- 移交: all that a post has is handed to another post of its unit, from a day on, some hundred matters at a time.
create table matter.hand_on (
    id          bigint      generated always as identity primary key,
    key         uuid        not null unique,
    post_id     bigint      not null references organisation.post,
    to_post_id  bigint      not null references organisation.post,
    moved_from  text        not null check (length(moved_from) between 1 and 400),
    moved_to    text        not null check (length(moved_to) between 1 and 400),
    day         date        not null,
    person_id   bigint      not null references people.person,
    person_name text        not null,
    post_title  text        not null,
    unit_name   text        not null,
    at          timestamptz not null,
    moved       int         not null default 0 check (moved >= 0),
    done_at     timestamptz check (done_at >= at),
    check (post_id <> to_post_id)
);
-- one at a time
create unique index hand_on_post on matter.hand_on (post_id) where done_at is null;
create index hand_on_due on matter.hand_on (day, id) where done_at is null;
create index hand_on_of on matter.hand_on (post_id);
create index hand_on_to on matter.hand_on (to_post_id);
create index hand_on_person on matter.hand_on (person_id);

create table matter.hand_on_matter (
    hand_on_id bigint not null references matter.hand_on,
    matter_id  bigint not null references matter.matter,
    primary key (hand_on_id, matter_id)
);
create index hand_on_matter_matter on matter.hand_on_matter (matter_id);

-- 代人设置: somebody else delegates for a holder who is away.
alter table matter.delegation
    add column for_holder boolean not null default false;

-- Which units got a copy by an entry.
create table matter.entry_copy (
    entry_id bigint not null references matter.entry,
    unit_id  bigint not null references organisation.unit,
    primary key (entry_id, unit_id)
);
create index entry_copy_unit on matter.entry_copy (unit_id);
