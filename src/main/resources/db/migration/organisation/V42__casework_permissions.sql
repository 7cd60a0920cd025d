insert into organisation.permission (key, duty) values
    ('casework.case.enter', 'WORK'),
    ('casework.kind.edit', 'WORK');
update organisation.role set permissions = permissions || '{casework.case.enter,casework.kind.edit}'
    where key = 'federation-cadre';
update organisation.role set permissions = permissions || '{casework.case.enter}' where key = 'union-chair';
