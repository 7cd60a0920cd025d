insert into organisation.permission (key, duty) values ('membership.join.enter', 'WORK');
update organisation.role set permissions = permissions || '{membership.join.enter}'
    where key in ('federation-cadre', 'union-chair');
