insert into organisation.permission (key, duty) values
    ('membership.member.read', 'WORK'),
    ('membership.member.edit', 'WORK'),
    ('membership.roll.import', 'WORK'),
    ('membership.door.edit', 'WORK'),
    ('membership.card.check', 'WORK');
update organisation.role set permissions = permissions
    || '{membership.member.read,membership.member.edit,membership.roll.import,membership.door.edit,membership.card.check}'
    where key in ('federation-cadre', 'union-chair');
