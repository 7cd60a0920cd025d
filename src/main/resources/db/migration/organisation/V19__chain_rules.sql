-- Industry chains get their permissions, and what must hold of them whoever writes.
insert into organisation.permission (key, duty) values
    ('organisation.chain.read', 'WORK'),
    ('organisation.chain.edit', 'WORK');
update organisation.role set permissions = permissions || '{organisation.chain.read,organisation.chain.edit}'
    where key = 'federation-cadre';
update organisation.role set permissions = permissions || '{organisation.chain.read}' where key = 'union-chair';

-- The list's order.
create index chain_name_order on organisation.chain (name, id);

-- A chain binds employers of several unions, so that a federation keeps it.
create function organisation.check_chain() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from organisation.unit u where u.id = new.unit_id
                   and u.category in ('FEDERATION', 'REGIONAL', 'INDUSTRIAL', 'CHAIN')) then
        raise exception 'unit % is no federation', new.unit_id using errcode = '23514', constraint = 'chain_keeper';
    end if;
    if new.ended_on is not null and exists (
        select from organisation.chain_member m where m.chain_id = new.id
          and (upper_inf(m.during) or upper(m.during) > new.ended_on)) then
        raise exception 'chain % has members beyond its end', new.id using errcode = '23514', constraint = 'chain_ended';
    end if;
    return null;
end $$;
create constraint trigger check_chain after insert or update of unit_id, ended_on on organisation.chain
    deferrable initially deferred for each row execute function organisation.check_chain();

-- Nobody stands in a chain beyond its end.
create function organisation.check_chain_member() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
    perform from organisation.chain c where c.id = new.chain_id for share;
    if exists (select from organisation.chain c where c.id = new.chain_id and c.ended_on is not null
               and (upper_inf(new.during) or upper(new.during) > c.ended_on)) then
        raise exception 'chain % has ended', new.chain_id using errcode = '23514', constraint = 'chain_member_ended';
    end if;
    return new;
end $$;
create trigger check_chain_member before insert or update on organisation.chain_member
    for each row execute function organisation.check_chain_member();

-- Those that most often keep one.
create index unit_chain_federation on organisation.unit (scope) where category = 'CHAIN';

-- The district that an employer lies in: by its seat, or else by the nearest union above it that has one.
create function organisation.district(seat text, scope text) returns text language sql stable
set search_path = pg_catalog, pg_temp as $$
    select coalesce(case when length(seat) >= 6 then left(seat, 6) end, (
        select left(u.division, 6) from organisation.unit u
        where u.id in (select ('x' || lpad(step, 16, '0'))::bit(64)::bigint
                       from unnest(string_to_array(trim('/' from scope), '/')) step)
          and length(u.division) >= 6 order by length(u.scope) desc limit 1), seat)
$$;
