-- An order that somebody has prepared and may not decide alone; it waits for the consent that a matter asks for.
create table structure.prepared (
    -- public id of the matter
    matter    uuid   primary key,
    plan      jsonb  not null,
    -- what it was judged by when it was asked for, or completed
    basis     text   not null check (length(basis) between 5 and 200),
    -- a unit out of the asker's reach, as they typed its name
    named     text   check (named = btrim(named) and length(named) between 1 and 200),
    asked_id  bigint not null references organisation.unit,
    -- what it became once there was consent
    change_id bigint unique references structure.change
);
create index prepared_asked on structure.prepared (asked_id);
revoke delete, truncate, update on structure.prepared from ${app};
grant update (basis, change_id) on structure.prepared to ${app};
