insert into organisation.permission (key, duty) values
    ('matter.read', 'WORK'),
    ('matter.ask', 'WORK'),
    ('matter.handle', 'WORK');
update organisation.role set permissions = permissions || '{matter.read,matter.ask,matter.handle}'
    where key in ('federation-cadre', 'union-chair');
