insert into organisation.permission (key, duty) values
    ('access.account.open', 'SECURITY'),
    ('access.account.disable', 'SECURITY'),
    ('access.account.reset', 'SECURITY');
update organisation.role
set permissions = permissions || '{access.account.open,access.account.disable,access.account.reset}'
where key = 'security-admin';
