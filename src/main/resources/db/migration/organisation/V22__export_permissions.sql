insert into organisation.permission (key, duty) values
    ('exchange.export', 'WORK'),
    ('exchange.export.approve', 'WORK');
update organisation.role set permissions = permissions || '{exchange.export,exchange.export.approve}'
where key = 'federation-cadre';
