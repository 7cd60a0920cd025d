-- A person asks too, in nobody's name but their own: then no unit asks, and what they have to add is in their own hands.
alter table matter.matter alter column unit_id drop not null;
alter table matter.task drop constraint task_holder_kind_check;
alter table matter.task add constraint task_holder_kind_check check (holder_kind in ('POST', 'POOL', 'PERSON'));
alter table matter.task add constraint task_person check (holder_kind <> 'PERSON' or kind = 'STEP');

-- Whoever asked keeps it off the pages that others may see over their shoulder.
alter table matter.party add column hidden boolean not null default false;
alter table matter.party add constraint party_hidden check (not hidden or part = 'ASKER' and person_id is not null);

-- What somebody asked, whatever became of it.
create index matter_person on matter.matter (person_id, id);
