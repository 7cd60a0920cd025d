-- Packs of the whole country are for posts of the whole cell; the system administrator holds one in every cell.
insert into organisation.permission (key, duty) values
    ('organisation.pack.read', 'WORK'),
    ('organisation.pack.edit', 'WORK');
update organisation.role set permissions = permissions || '{organisation.pack.read,organisation.pack.edit}'
    where key in ('federation-cadre', 'system-admin');
update organisation.role set permissions = permissions || '{organisation.pack.read}' where key = 'union-chair';
