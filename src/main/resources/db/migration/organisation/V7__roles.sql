-- Work on posts is shared: cadres do it within reach, the security administrator everywhere.
alter table organisation.permission drop constraint permission_duty_check;
alter table organisation.permission add check (duty in ('WORK', 'SYSTEM', 'SECURITY', 'AUDIT', 'SHARED'));
insert into organisation.permission (key, duty) values
    ('organisation.role.read', 'SECURITY'),
    ('organisation.role.edit', 'SECURITY'),
    ('organisation.cell-post.edit', 'SECURITY'),
    ('organisation.post.read', 'SHARED'),
    ('organisation.post.edit', 'SHARED');

-- A role without a name is one of the platform's own, named in every language. A fixed one changes with a new version only.
alter table organisation.role
    add column public_id  uuid    not null default gen_random_uuid() unique,
    add column name       text    check (name = btrim(name) and length(name) between 1 and 40),
    add column fixed      boolean not null default false,
    add column retired_on date,
    add check (name is not null or retired_on is null);
alter table organisation.role drop constraint role_key_check;
alter table organisation.role add check (key ~ '^[a-z]+(-[a-z0-9]+)*$');
create unique index role_name on organisation.role (lower(name)) where retired_on is null;
update organisation.role set fixed = true where key in ('system-admin', 'security-admin', 'audit-admin');
update organisation.role set permissions = permissions
    || '{organisation.role.read,organisation.role.edit,organisation.cell-post.edit,organisation.post.read,organisation.post.edit}'
    where key = 'security-admin';
update organisation.role set permissions = permissions || '{organisation.post.read,organisation.post.edit}'
    where key = 'federation-cadre';
update organisation.role set permissions = permissions || '{organisation.post.read}' where key = 'union-chair';
revoke delete, truncate on organisation.role from ${app};

-- Whether whoever works on this table owns it, as a migration does and the application never.
create function organisation.is_owner(tables oid) returns boolean language sql stable
set search_path = pg_catalog, pg_temp as $$
    select pg_has_role(current_user, relowner, 'USAGE') from pg_class where oid = tables
$$;

-- The duties of two administrators never meet in one role, and work meets that of the system administrator only.
create function organisation.check_role() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    duties text[];
begin
    if (new.fixed or (tg_op = 'UPDATE' and old.fixed)) and not organisation.is_owner(tg_relid) then
        raise exception 'role % is fixed', new.key using errcode = '23514', constraint = 'role_fixed';
    end if;
    if exists (select from unnest(new.permissions) as given(key)
               where not exists (select from organisation.permission p where p.key = given.key)) then
        raise exception 'role % has a permission that does not exist', new.key
            using errcode = '23514', constraint = 'role_permissions';
    end if;
    select coalesce(array_agg(distinct p.duty), '{}') into duties from organisation.permission p
    where p.key = any (new.permissions) and p.duty <> 'SHARED';
    if duties && '{SECURITY,AUDIT}' and cardinality(duties) > 1 then
        raise exception 'role % mixes duties: %', new.key, duties using errcode = '23514', constraint = 'role_duties';
    end if;
    if duties && '{SYSTEM,SECURITY,AUDIT}' and new.reach <> 'CELL' then
        raise exception 'role % has an administrator''s duty, but not the whole cell', new.key
            using errcode = '23514', constraint = 'role_duty_reach';
    end if;
    return new;
end $$;
create trigger check_role before insert or update on organisation.role
    for each row execute function organisation.check_role();

-- A post is closed for good from a day on; the history of who held it stays.
alter table organisation.post add column closed_on date;
revoke update, delete, truncate on organisation.post from ${app};
grant update (title, closed_on) on organisation.post to ${app};

-- A post has one holder at a time, and beside them those who stand in for a while.
alter table organisation.tenure
    add column public_id uuid    not null default gen_random_uuid() unique,
    add column acting    boolean not null default false,
    add column ended_for text    check (ended_for = btrim(ended_for) and length(ended_for) between 1 and 200),
    add check (not acting or not upper_inf(during)),
    add constraint tenure_one_holder exclude using gist (post_id with =, during with &&) where (not acting);

-- Roles that nobody may hold together on the same day.
create table organisation.role_exclusion (
    one_id   bigint  not null references organisation.role,
    other_id bigint  not null references organisation.role,
    fixed    boolean not null default false,
    primary key (one_id, other_id),
    check (one_id < other_id)
);
create index role_exclusion_other on organisation.role_exclusion (other_id);
insert into organisation.role_exclusion (one_id, other_id, fixed)
select one.id, other.id, true from organisation.role one join organisation.role other on one.id < other.id
where one.fixed and other.fixed;
revoke update, truncate on organisation.role_exclusion from ${app};

-- Two tenures of one person are judged one after the other, also when both are new: each waits for the person's row.
create function organisation.check_tenure() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    held record;
    other text;
begin
    perform from people.person where id = new.person_id for no key update;
    perform pg_advisory_xact_lock_shared(hashtext('organisation.role_exclusion'));
    select o.role_id, o.closed_on, r.key, r.retired_on into held
    from organisation.post o join organisation.role r on r.id = o.role_id where o.id = new.post_id for share of o, r;
    if held.closed_on is not null and (upper_inf(new.during) or upper(new.during) > held.closed_on) then
        raise exception 'post % is closed from %', new.post_id, held.closed_on
            using errcode = '23514', constraint = 'tenure_post_open';
    end if;
    if held.retired_on is not null and (upper_inf(new.during) or upper(new.during) > held.retired_on) then
        raise exception 'role % is retired', held.key using errcode = '23514', constraint = 'tenure_role_in_use';
    end if;
    select r.key into other from organisation.tenure t
    join organisation.post o on o.id = t.post_id
    join organisation.role r on r.id = o.role_id
    join organisation.role_exclusion x on x.one_id = least(o.role_id, held.role_id) and x.other_id = greatest(o.role_id, held.role_id)
    where t.person_id = new.person_id and t.id <> new.id and t.during && new.during limit 1;
    if found then
        raise exception 'roles % and % exclude one another', held.key, other
            using errcode = '23P01', constraint = 'tenure_roles';
    end if;
    return null;
end $$;
create constraint trigger check_tenure after insert or update of post_id, person_id, during on organisation.tenure
    for each row execute function organisation.check_tenure();

-- A pair is not made while somebody holds both, today or later; the pairs among the administrators are never given up.
create function organisation.check_role_exclusion() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        if old.fixed and not organisation.is_owner(tg_relid) then
            raise exception 'this pair is fixed' using errcode = '23514', constraint = 'role_exclusion_fixed';
        end if;
        return old;
    end if;
    perform pg_advisory_xact_lock(hashtext('organisation.role_exclusion'));
    if exists (
        select from organisation.post o join organisation.tenure t on t.post_id = o.id
        join organisation.tenure also on also.person_id = t.person_id and also.during && t.during
        join organisation.post p on p.id = also.post_id and p.role_id = new.other_id
        where o.role_id = new.one_id and t.during && daterange(current_date, null)
          and also.during * t.during && daterange(current_date, null)) then
        raise exception 'somebody holds both' using errcode = '23514', constraint = 'role_exclusion_held';
    end if;
    return new;
end $$;
create trigger check_role_exclusion before insert or delete on organisation.role_exclusion
    for each row execute function organisation.check_role_exclusion();

-- Nobody loses a post or a role from under them: both end when nobody holds them any longer.
create function organisation.check_end() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    ends date := case tg_table_name when 'post' then (to_jsonb(new) ->> 'closed_on')::date
                 else (to_jsonb(new) ->> 'retired_on')::date end;
begin
    if exists (
        select from organisation.post o join organisation.tenure t on t.post_id = o.id
        where case tg_table_name when 'post' then o.id = new.id else o.role_id = new.id end
          and (upper_inf(t.during) or upper(t.during) > ends)) then
        raise exception '% % is still held', tg_table_name, new.id using errcode = '23514', constraint = 'still_held';
    end if;
    return null;
end $$;
create constraint trigger check_end after update of closed_on on organisation.post
    for each row when (new.closed_on is not null) execute function organisation.check_end();
create constraint trigger check_end after update of retired_on on organisation.role
    for each row when (new.retired_on is not null) execute function organisation.check_end();
create index post_role on organisation.post (role_id);
