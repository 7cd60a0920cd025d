insert into organisation.permission (key, duty) values ('access.trail.read', 'AUDIT');
update organisation.role set permissions = permissions || '{access.trail.read}' where key in ('audit-admin');
