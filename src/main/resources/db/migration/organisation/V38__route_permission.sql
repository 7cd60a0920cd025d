insert into organisation.permission (key, duty) values ('matter.route', 'WORK');
update organisation.role set permissions = permissions || '{matter.route}' where key = 'federation-cadre';
