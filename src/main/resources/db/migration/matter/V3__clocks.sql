-- The clock of a step: what it counts and by which rule, what was used up before it stood still, and when it rings next.
alter table matter.task
    add column clock_unit   text check (clock_unit in ('MINUTES', 'WORKING_HOURS', 'WORKING_DAYS', 'DAYS', 'MONTHS')),
    add column clock_amount int  check (clock_amount > 0),
    add column clock_pack   uuid,
    add column clock_value  text check (clock_value ~ '^[a-z]+(-[a-z]+)*$'),
    add column article      text check (article = btrim(article) and length(article) between 2 and 300),
    -- false where a year that it runs in had no list of holidays yet: weekends only
    add column clock_sure   boolean not null default true,
    -- minutes of a clock in minutes or working hours, else days; what it ran since it was resumed is not in it yet
    add column used         int  not null default 0 check (used >= 0),
    add column resumed_at   timestamptz check (resumed_at >= started_at),
    add column paused_since timestamptz check (paused_since >= started_at),
    add column alarm_level  text not null default 'NONE' check (alarm_level in ('NONE', 'AMBER', 'RED', 'ESCALATED')),
    add column alarm_at     timestamptz,
    add check (num_nulls(clock_unit, clock_amount, clock_pack, clock_value, article) in (0, 5)),
    add check (clock_unit is not null or (used = 0 and paused_since is null and resumed_at is null)),
    add check (clock_unit <> 'MONTHS' or (used = 0 and paused_since is null and resumed_at is null)),
    add check (paused_since is null or alarm_at is null),
    add check (alarm_level <> 'ESCALATED' or alarm_at is null);

-- Steps that wait already say when they are late.
update matter.task set alarm_at = due_at where state = 'OPEN' and due_at < 'infinity';

create index task_alarm on matter.task (alarm_at, id) where state = 'OPEN' and alarm_at is not null;
create index task_unsure on matter.task (id) where state = 'OPEN' and not clock_sure;
