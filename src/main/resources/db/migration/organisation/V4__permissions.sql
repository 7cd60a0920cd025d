-- Every permission there is, and whose duty it belongs to. A role may hold those of work and of one administrator only.
create table organisation.permission (
    key  text primary key check (key ~ '^[a-z]+(\.[a-z]+(-[a-z]+)*)+$'),
    duty text not null check (duty in ('WORK', 'SYSTEM', 'SECURITY', 'AUDIT'))
);
insert into organisation.permission (key, duty) values
    ('organisation.unit.read', 'WORK'),
    ('organisation.employer.read', 'WORK'),
    ('organisation.division.import', 'WORK'),
    ('organisation.union.import', 'WORK'),
    ('organisation.employer.import', 'WORK'),
    ('exchange.import', 'WORK'),
    ('access.account.read', 'SECURITY'),
    ('access.account.unlock', 'SECURITY'),
    ('access.sign-in.read', 'AUDIT');
revoke insert, update, delete on organisation.permission from ${app};
