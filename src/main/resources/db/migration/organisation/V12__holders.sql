-- Where and as what somebody holds a post, derived: today's path of the unit, or "/" where the post is the whole cell's or
-- its unit stands nowhere in the tree. So whoever holds a post below a unit is one range of an index.
alter table organisation.tenure
    add column scope   text collate "C",
    add column role_id bigint references organisation.role;
update organisation.tenure t set scope = coalesce(u.scope, '/'), role_id = o.role_id
    from organisation.post o left join organisation.unit u on u.id = o.unit_id where o.id = t.post_id;
alter table organisation.tenure alter column scope set not null, alter column role_id set not null;
create index tenure_scope on organisation.tenure (scope, id) include (person_id, during);
create index tenure_role on organisation.tenure (role_id, scope, id) include (person_id, during);
create index post_cell on organisation.post (role_id, id) where cell_wide;

-- Waits for a unit that is about to move, which else would not see what is new in it.
create function organisation.derive_tenure() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    select u.scope into new.scope from organisation.post o join organisation.unit u on u.id = o.unit_id
    where o.id = new.post_id for share of u;
    new.scope := coalesce(new.scope, '/');
    new.role_id := (select o.role_id from organisation.post o where o.id = new.post_id);
    return new;
end $$;
create trigger derive_tenure before insert or update of post_id on organisation.tenure
    for each row execute function organisation.derive_tenure();

create function organisation.derive_tenures() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update organisation.tenure t set scope = coalesce(new.scope, '/')
    from organisation.post o where o.unit_id = new.id and t.post_id = o.id;
    return null;
end $$;
create trigger derive_tenures after update of scope on organisation.unit
    for each row when (new.scope is distinct from old.scope) execute function organisation.derive_tenures();
