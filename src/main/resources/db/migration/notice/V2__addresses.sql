-- A notice may go to an address of which nobody is known yet, such as a phone that is to be proven. No inbox shows it.
alter table notice.notice alter column person_id drop not null;
alter table notice.notice add constraint notice_is_read_by_a_person check (person_id is not null or (read_at is null and href is null));

-- Whoever must not be written to at all, since somebody else may read it: only the inbox tells them.
alter table notice.preference add column inbox_only boolean not null default false;
