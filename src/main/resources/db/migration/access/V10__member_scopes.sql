-- Other systems may read rolls, check cards, and hand in who joins.
alter table access.token drop constraint token_scopes_check;
alter table access.token add constraint token_scopes_check check (cardinality(scopes) > 0 and scopes <@ array[
    'organisation.unit.read', 'organisation.employer.read', 'organisation.post.read',
    'membership.member.read', 'membership.card.check', 'membership.join.enter']);
