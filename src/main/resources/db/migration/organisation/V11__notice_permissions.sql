insert into organisation.permission (key, duty) values
    ('notice.delivery.read', 'SYSTEM'),
    ('notice.delivery.retry', 'SYSTEM');
update organisation.role set permissions = permissions || '{notice.delivery.read,notice.delivery.retry}'
where key = 'system-admin';
