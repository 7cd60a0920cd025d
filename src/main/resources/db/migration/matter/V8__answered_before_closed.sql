-- 已答复: whoever asked says that it is solved, or opens it again; when the days for that are over it is closed by itself.
alter table matter.matter
    add column answered_at timestamptz,
    add column closes_at timestamptz;
update matter.matter set answered_at = closed_at where outcome = 'ANSWERED';
alter table matter.matter drop constraint matter_state_check;
alter table matter.matter add constraint matter_state_check check (state in ('DRAFT', 'OPEN', 'ANSWERED', 'CLOSED', 'DROPPED'));
alter table matter.matter drop constraint matter_check2;
alter table matter.matter add constraint matter_end check (
    (state in ('ANSWERED', 'CLOSED')) = (outcome is not null)
    and (outcome is not distinct from 'ANSWERED') = (answered_at is not null)
    and (state <> 'ANSWERED' or outcome = 'ANSWERED')
    and (state = 'CLOSED') = (closed_at is not null)
    and (state = 'ANSWERED') = (closes_at is not null)
    and answered_at >= opened_at and closed_at >= answered_at and closes_at > answered_at);
alter table matter.matter drop constraint matter_number;
alter table matter.matter add constraint matter_number check (
    state in ('DRAFT', 'DROPPED') and num_nonnulls(year, nr, pack_id, route_id) = 0
    or state in ('OPEN', 'ANSWERED', 'CLOSED') and num_nonnulls(year, nr, pack_id, asked_id, asked_name) = 5);
create index matter_closing on matter.matter (closes_at, id) where state = 'ANSWERED';
