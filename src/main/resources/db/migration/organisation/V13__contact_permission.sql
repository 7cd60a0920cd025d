insert into organisation.permission (key, duty) values ('people.identity.edit', 'WORK');
update organisation.role set permissions = permissions || '{people.identity.edit}' where key = 'federation-cadre';
