insert into organisation.permission (key, duty) values ('membership.roll.report', 'WORK');
update organisation.role set permissions = permissions || '{membership.roll.report}'
    where key in ('federation-cadre', 'union-chair');
