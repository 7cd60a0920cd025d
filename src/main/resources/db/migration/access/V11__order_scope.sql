-- Other systems may hand in orders, and take their answers back.
alter table access.token drop constraint token_scopes_check;
alter table access.token add constraint token_scopes_check check (cardinality(scopes) > 0 and scopes <@ array[
    'organisation.unit.read', 'organisation.employer.read', 'organisation.post.read',
    'membership.member.read', 'membership.card.check', 'membership.join.enter', 'casework.case.enter']);
