insert into organisation.permission (key, duty) values
    ('people.key.rotate', 'SECURITY'),
    ('people.identity.reveal', 'WORK');
update organisation.role set permissions = permissions || '{people.key.rotate}' where key = 'security-admin';
update organisation.role set permissions = permissions || '{people.identity.reveal}'
where key in ('federation-cadre', 'union-chair');
