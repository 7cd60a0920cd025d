-- A cell as big as a city, for the plans of the pages: a statement each, made by whoever owns the tables. Paths are written
-- as they would be derived, since deriving them row by row takes minutes. Numbers say everything: street 22 stands in district 2.
alter table organisation.unit disable trigger user;
alter table organisation.place disable trigger user;
alter table organisation.employer disable trigger user;
alter table organisation.cover disable trigger user;
alter table organisation.employer_insured disable trigger user;
alter table organisation.committee disable trigger user;
create function pg_temp.word(n bigint) returns text language sql immutable as
    $$ select translate(substr(md5(n::text), 1, 5), '0123456789abcdef', '天地玄黄宇宙洪荒日月盈昃辰宿列张') $$;
create function pg_temp.bigrams(t text) returns tsvector language sql immutable as
    $$ select array_to_tsvector(array_agg(distinct substr(t, i, 2))) from generate_series(1, length(t)) i $$;
-- 1 the city, 2 to 21 districts, 22 to 221 streets, then base unions
create temp table tree as
    select n as id,
           case when n = 1 then null when n <= 21 then 1 when n <= 221 then 2 + (n - 22) / 10 else 22 + n % 200 end as parent,
           case when n = 1 then '99' when n <= 21 then '99' || lpad(n::text, 2, '0') when n <= 221 then '99' || lpad(n::text, 4, '0') end as division,
           pg_temp.word(n) || n || case when n <= 221 then '总工会' else '有限公司工会委员会' end as name
    from generate_series(1, 15000) n;
insert into organisation.division (code, name) select division, name from tree where division is not null;
insert into organisation.unit (id, category, tier, division, name, search, scope, staff, members, term_from, term_to)
    select t.id, case when t.id <= 221 then 'FEDERATION' when t.id % 5 = 0 then 'JOINT' else 'ENTERPRISE' end,
           case when t.id = 1 then 'CITY' when t.id <= 21 then 'DISTRICT' when t.id <= 221 then 'TOWNSHIP' end,
           t.division, t.name, pg_temp.bigrams(t.name),
           '/' || coalesce(organisation.segment(g.parent), '') || coalesce(organisation.segment(p.parent), '')
               || coalesce(organisation.segment(t.parent), '') || organisation.segment(t.id),
           t.id % 300, t.id % 250, current_date - 1000, current_date + (t.id % 900)::int - 100
    from tree t left join tree p on p.id = t.parent left join tree g on g.id = p.parent;
insert into organisation.unit_name (unit_id, name, during) select id, name, daterange(current_date - 1000, null) from tree;
insert into organisation.place (unit_id, line_id, parent_id, during, path)
    select t.id, 1, t.parent, daterange(current_date - 1000, null), u.scope from tree t join organisation.unit u on u.id = t.id;
insert into organisation.employer (uscc, name, search, ownership, staff, state, union_id, scope, division)
    select null, pg_temp.word(n) || n || '有限公司', pg_temp.bigrams(pg_temp.word(n) || n || '有限公司'), '170', n % 2000, 'OPERATING',
           case when n % 3 > 0 then u.id end, u.scope, null
    from generate_series(1, 40000) n join organisation.unit u on u.id = case when n % 3 > 0 then 222 + n % 14700 else 22 + n % 200 end;
insert into organisation.cover (employer_id, unit_id, mode, during)
    select id, union_id, 'ALONE', daterange(current_date - 900, null) from organisation.employer where union_id is not null;
-- thirty chains in each district, employers of the whole city in them
insert into organisation.chain (unit_id, name, kind)
    select 2 + n % 20, pg_temp.word(n) || n || '产业链', (array['CULTURE_TOURISM', 'REGIONAL', 'TRADE', 'INDUSTRY', 'NEW_BUSINESS', 'SOCIAL'])[1 + n % 6]
    from generate_series(1, 600) n;
insert into organisation.chain_member (chain_id, employer_id, position, during)
    select 1 + n % 600, 1 + n * 8, case when n <= 600 then 'OWNER' when n % 7 < 3 then 'UPSTREAM' when n % 7 < 6 then 'DOWNSTREAM' else 'SERVICE' end,
           daterange(current_date - 300, null)
    from generate_series(1, 4900) n;
insert into organisation.employer_pair (one_id, other_id, likeness, apart_on)
    select n, n + 1, 'SAME_NAME', case when n % 10 = 1 then current_date end from generate_series(1, 36000, 2) n;
insert into organisation.employer_insured (employer_id, year, insured)
    select id, 2024, 40 from organisation.employer where id % 2 = 0;
-- districts and streets report up once or twice a year
insert into organisation.report_batch (number, unit_id, needed_only, made_at, made_by_name, content_hash, row_count, state, exported_at)
    select '20000101-' || id, id, false, now(), 'x', repeat('0', 64), 1, 'EXPORTED', now() from tree where id <= 1000 or id = 5000;
insert into organisation.report_row (batch_id, unit_id, number, cells, hash)
    select b.id, t.id, t.id, array['x'], repeat('0', 64) from organisation.report_batch b cross join tree t where b.unit_id = 1
    union all select b.id, b.unit_id, 1, array['x'], repeat('0', 64) from organisation.report_batch b where b.unit_id > 1;
insert into organisation.report_standing (unit_id, state, batch_id)
    select id, case when id % 40 = 0 then 'REJECTED' when id % 10 = 0 then 'CHANGED' else 'REPORTED' end, 1 from tree where id % 5 > 0 or id < 5000;
insert into organisation.rule_pack (subject, region, during, content, article, made_at, made_by_name)
    select subject, t.division, daterange(current_date - 900, null),
           case subject when 'term' then '{"base-short": "3", "base-long": "5", "upper": "5"}'::jsonb else '{"women": "25"}' end,
           '第一条', now(), '员甲'
    from tree t cross join unnest(array['women-committee', 'term', 'union-duty']) as subject where t.division is not null;
insert into people.person (name) select '员' || n from generate_series(1, 20000) n;
insert into organisation.post (unit_id, role_id, cell_wide, title)
    select u.id, r.id, false, '主席' from organisation.unit u join organisation.role r on r.key = 'union-chair' order by u.id;
insert into organisation.tenure (post_id, person_id, during)
    select p.id, n.id, daterange(current_date - 900, null)
    from (select id, row_number() over (order by id) as nr from organisation.post) p
    join (select id, row_number() over (order by id) as nr from people.person) n on n.nr = p.nr;
-- two unions of three have a women workers' committee of three people, some of them waiting for its election
update organisation.unit set women_members = least(members, id % 120), women_until = case when id % 3 > 0 then current_date + (id % 700)::int - 100 end;
insert into organisation.committee (unit_id, kind, during, seats)
    select id, 'WOMEN', daterange(current_date - 900, current_date + (id % 700)::int - 100), 5 from organisation.unit where id % 3 > 0 or id in (1, 5, 60, 5000);
insert into organisation.committee_member (committee_id, person_id, duty, during)
    select c.id, p.id, case when n = 0 then 'CHAIR' else 'MEMBER' end, daterange(current_date - 900, null)
    from organisation.committee c cross join generate_series(0, 2) n join people.person p on p.id = 1 + (c.id * 3 + n) % 20000;
-- three hundred lines, each headed by a union of its own, a hundred of them with eighty below it
insert into organisation.line (kind, name) select 'INDUSTRY', '行业' || n from generate_series(1, 300) n;
insert into organisation.place (unit_id, line_id, parent_id, during, path)
    select h.id, l.id, null, daterange(current_date - 900, null), '/' || organisation.segment(h.id)
    from (select id, row_number() over (order by id) as nr from organisation.line where kind = 'INDUSTRY') l
    join (select id, row_number() over (order by id) as nr from organisation.unit) h
        on h.nr = case when l.nr <= 296 then l.nr when l.nr = 297 then 5000 else 6000 + l.nr end;
insert into organisation.place (unit_id, line_id, parent_id, during, path)
    select u.id, p.line_id, p.unit_id, daterange(current_date - 900, null), p.path || organisation.segment(u.id)
    from organisation.place p join organisation.unit u on u.id > 7000 and u.id % 100 = p.line_id % 100
    where p.line_id <> 1 and p.parent_id is null and p.unit_id <> u.id and p.line_id <= 101;
insert into access.account (person_id, login, password_hash, must_change, changed_at)
    select id, 'u' || lpad(id::text, 6, '0'), 'none', false, now() from people.person where id % 2 = 0;
insert into access.sign_in (at, account_id, outcome, address)
    select now() - n * interval '1 minute', a.id, 'SIGNED_IN', '10.0.0.1'
    from generate_series(1, 30000) n join access.account a on a.id = 1 + n % 10000;
insert into access.audit_entry (at, actor_id, actor_name, action, done, subject, label, person_id, changes)
    select now() - n * interval '1 minute', p.id, p.name, 'access.account.unlock', true, 'access.account', 'x', p.id, '[]'
    from generate_series(1, 30000) n join people.person p on p.id = 1 + n % 20000;
insert into exchange.import_run (kind, file_name, person_id, process_id, created_at, state, headings, choices, total, added, faulty)
    select 'employers', 'f' || n || '.xlsx', 1 + n % 400, gen_random_uuid(), now(), 'CHECKED',
           '[{"index": 0, "text": "x", "column": "employer-name", "kept": true}]', '{}', 100, 50, 50
    from generate_series(1, 10000) n;
insert into exchange.import_row (run_id, number, cells, verdict)
    select r.id, n, '{"employer-name": "x"}', 'FAULTY' from exchange.import_run r cross join generate_series(2, 5) n;
insert into exchange.import_problem (run_id, number, column_key, content, key, args)
    select run_id, number, 'employer-name', 'x', 'import.problem.required', '[]' from exchange.import_row;
insert into exchange.export (public_id, kind, person_id, person_name, post_id, post_title, unit_id, unit_name, scope, filter,
        columns, words, language, address, asked_at, state, total, finished_at, process_id)
    select gen_random_uuid(), 'employers', 1 + n % 400, 'x', gen_random_uuid(), 'x', u.public_id, u.name, u.scope,
           jsonb_build_object('under', u.public_id, 'q', n), '["name"]', '', 'zh-CN', '10.0.0.1', now(),
           case when n % 100 = 0 then 'WAITING' else 'EXPIRED' end, 9, now(), gen_random_uuid()
    from generate_series(1, 12000) n join organisation.unit u on u.id = 1 + n % 5000 where u.scope is not null;
insert into organisation.saved_filter (person_id, list, name, query)
    select id, 'EMPLOYERS', 'f' || n, 'size=FROM_25' from people.person cross join generate_series(1, 3) n where id <= 2000;
-- nobody can open these: no page may ask for the numbers of people it does not show
insert into people.identity (person_id, field, sealed, changed_at)
    select id, 'PHONE', 'v1|AES|00000000|AAAAAAAAAAAAAAAA|AAAAAAAAAAAAAAAAAAAAAA', now() from people.person where id > 15221;
insert into notice.notice (public_id, key, person_id, kind, words, href, created_at)
    select gen_random_uuid(), 'n' || n, 1 + n % 400, 'notice.test', '{}', '/notices', now() - n * interval '1 minute'
    from generate_series(1, 20000) n;
insert into notice.delivery (notice_id, channel, state, attempts, next_try_at, recipient, trouble, sent_at, failed_at)
    select id, 'SMS', case when id % 20 = 0 then 'FAILED' else 'SENT' end, 1, now(), '154****0000',
           case when id % 20 = 0 then 'timeout' end, case when id % 20 > 0 then now() end, case when id % 20 = 0 then now() end
    from notice.notice;
-- changes of the tree and unions that were dissolved: a few at every unit that is asked for
insert into organisation.unit (id, category, name, search, rest_id)
    select 20000 + n, 'GROUP', pg_temp.word(n) || n || '工会小组', pg_temp.bigrams(pg_temp.word(n) || n || '工会小组'),
           (array[1, 5, 60, 5000])[1 + n % 4]
    from generate_series(1, 400) n;
insert into organisation.unit_state (unit_id, state, during)
    select id, 'DISSOLVED', daterange(current_date - 30, null) from organisation.unit where id > 20000;
insert into structure.change (key, kind, state, effective_on, ground_id, subject, subject_name, reason, plan, trace, lines,
        person_name, created_at)
    select gen_random_uuid(), 'RENAME', 'DONE', current_date - 9, u.id, u.public_id, u.name, '改名', '{}', '[]', '[]', '员', now()
    from generate_series(1, 400) n join organisation.unit u on u.id = (array[1, 5, 60, 5000])[1 + n % 4];
-- what unions asked of those above them: a third still waits, in pools and with posts
alter table matter.matter disable trigger user;
alter table matter.task disable trigger user;
insert into matter.matter (kind, title, words, unit_id, unit_name, person_id, person_name, asked_id, asked_name, year, nr, state,
        outcome, open_tasks, pack_id, opened_at, answered_at, closed_at, search)
    select 'general', pg_temp.word(n) || '事项' || n, '请协调', t.id, t.name, 1 + n % 400, '员', t.parent, '会', 2026, n,
           case when n % 3 = 0 then 'OPEN' else 'CLOSED' end, case when n % 3 > 0 then 'ANSWERED' end, case when n % 3 = 0 then 1 else 0 end,
           gen_random_uuid(), now() - n * interval '1 minute', case when n % 3 > 0 then now() end, case when n % 3 > 0 then now() end,
           pg_temp.bigrams(pg_temp.word(n) || '事项' || n)
    from generate_series(1, 40000) n join tree t on t.id = 2 + n % 14990;
insert into structure.prepared (matter, plan, basis, asked_id)
    select m.public_id, jsonb_build_object('change', jsonb_build_object('kind', 'SUSPEND', 'unit', u.public_id),
               'day', current_date + 9, 'reason', '暂停'), 'crowd', m.asked_id
    from matter.matter m join organisation.unit u on u.id = m.unit_id where m.state = 'OPEN';
insert into matter.party (matter_id, part, unit_id, scope, since)
    select m.id, case u.id when m.unit_id then 'ASKER' else 'HANDLER' end, u.id, u.scope, m.opened_at
    from matter.matter m join organisation.unit u on u.id in (m.unit_id, m.asked_id) where m.kind = 'general';
insert into matter.task (public_id, matter_id, step, state, holder_kind, holder_id, unit_id, started_at, due_at, done_at, verdict,
        clock_unit, clock_amount, clock_pack, clock_value, article, alarm_at)
    select m.public_id, m.id, 'handle', case m.state when 'OPEN' then 'OPEN' else 'DONE' end,
           case when m.id % 2 = 0 or o.id is null then 'POOL' else 'POST' end,
           case when m.id % 2 = 0 or o.id is null then m.asked_id else o.id end, m.asked_id, m.opened_at,
           m.opened_at + interval '10 days', m.closed_at, m.outcome,
           'WORKING_DAYS', 10, m.pack_id, 'handle', '示例', m.opened_at + interval '8 days'
    from matter.matter m left join lateral (select id from organisation.post where unit_id = m.asked_id order by id limit 1) o on true
    where m.kind = 'general';
insert into matter.entry (matter_id, at, person_name, post_title, unit_name, action)
    select id, opened_at, '员', '干事', '会', 'SUBMIT' from matter.matter;
insert into matter.hand (person_id, matter_id, last_at) select 7, id, opened_at from matter.matter where id % 9 = 0;
insert into matter.matter (kind, title, words, unit_id, unit_name, person_id, person_name, state, open_tasks, opened_at)
    select 'general', '稿' || n, '', 5, '会', 1 + n % 50, '员', 'DRAFT', 0, now() from generate_series(1, 500) n;
insert into matter.party (matter_id, part, unit_id, scope, since)
    select m.id, 'COPIED', u.id, u.scope, m.opened_at from matter.matter m join organisation.unit u on u.id = (array[1, 5, 60, 5000])[1 + m.id % 4]
    where m.id % 20 = 0 and m.state <> 'DRAFT';
insert into matter.route (kind, unit_id, version, note, person_id, person_name, since)
    select 'general', id, 1, '会议', 1, '员', now() from organisation.unit where id in (1, 5, 60, 5000) or id % 400 = 7;
insert into matter.route_step (route_id, nr, key, name, seat, clock, actions)
    select id, 1, 'step-1', '审', 'ASKED', 'handle', '{ANSWER}' from matter.route;
insert into matter.delegation (post_id, to_post_id, during, words, person_id, at)
    select a.id, b.id, daterange(current_date - 1, current_date + 9), '出差', 1, now()
    from organisation.post a join organisation.post b on b.id = a.id + 1 where a.id % 3 = 0;
insert into matter.paper (public_id, matter_id, name, type, size, hash, audience, person_id, person_name, unit_name, at)
    select public_id, id, '表.pdf', 'PDF', 1000, repeat('0', 64), 'ALL', person_id, '员', '会', opened_at from matter.matter;
-- cases: what callers brought to unions, most of them over; each with two who claim
insert into matter.matter (kind, title, words, unit_name, person_id, person_name, asked_id, asked_name, year, nr, state,
        outcome, open_tasks, pack_id, opened_at, answered_at, closed_at, search)
    select 'service-order', pg_temp.word(n) || '事项欠薪' || n, '来电反映', '', 1 + n % 400, '员', case when n % 50 = 0 then 5000 else t.parent end, '会', 2025, n,
           case when n % 3 = 0 then 'OPEN' else 'CLOSED' end, case when n % 3 > 0 then 'ANSWERED' end, case when n % 3 = 0 then 1 else 0 end,
           gen_random_uuid(), now() - n * interval '1 minute', case when n % 3 > 0 then now() end, case when n % 3 > 0 then now() end,
           pg_temp.bigrams(pg_temp.word(n) || '事项欠薪' || n)
    from generate_series(1, 40000) n join tree t on t.id = 2 + n % 14990;
insert into matter.party (matter_id, part, unit_id, scope, since)
    select m.id, 'HANDLER', u.id, u.scope, m.opened_at
    from matter.matter m join organisation.unit u on u.id = m.asked_id where m.kind = 'service-order';
insert into matter.party (matter_id, part, person_id, since)
    select m.id, 'ASKER', m.person_id, m.opened_at from matter.matter m where m.kind = 'service-order';
insert into matter.task (public_id, matter_id, step, state, holder_kind, holder_id, unit_id, started_at, due_at, done_at, verdict)
    select m.public_id, m.id, 'handle', case m.state when 'OPEN' then 'OPEN' else 'DONE' end, 'POOL', m.asked_id, m.asked_id, m.opened_at,
           m.opened_at + interval '10 days', m.closed_at, case m.state when 'OPEN' then null else 'REPLY' end
    from matter.matter m where m.kind = 'service-order';
alter table casework.claimant disable trigger user;
alter table casework.wage disable trigger user;
insert into casework.case_file (public_id, matter_id, channel, kind_id, grade, urgent, heads, employer, search, filed_at, filed_on, unit_id, year, nr,
        state, claimants, claimed)
    select m.public_id, m.id, 'HOTLINE', 1 + m.id % 20, 'GENERAL', m.id % 50 = 0, 2, '厂' || m.id % 900, m.search, m.opened_at,
           m.opened_at::date - (m.id % 900)::int, m.asked_id, m.year, m.nr, m.state, 2, 20000
    from matter.matter m where m.kind = 'service-order';
insert into casework.claimant (public_id, case_id, name, joined_at, claimed)
    select case n when 1 then f.public_id else gen_random_uuid() end, f.id, '员' || n, f.filed_at, 10000
    from casework.case_file f, generate_series(1, 2) n;
insert into casework.wage (claimant_id, month, amount, since) select id, '2026-01-01', 10000, joined_at from casework.claimant;
insert into casework.correction (case_id, at, person_id, person_name, what, subject)
    select id, filed_at, 1 + id % 400, '员', 'CLAIMANT_ADDED', '员' from casework.case_file;
insert into casework.visit (case_id, way, stars, solved, person_id, key, at)
    select f.id, 'CALL', 5, true, 1 + f.id % 400, gen_random_uuid(), f.filed_at from casework.case_file f where f.id % 3 > 0;
-- members: nine in ten stand as they came, some of each state; and codes to join by
insert into membership.stay (person_id, unit_id, scope, worker_class, state, origin, since, until, standing)
    select p.id, t.id, t.scope, (array['staff', 'rider', 'courier', null])[1 + p.id % 4],
           case when p.id % 30 = 0 then 'LEFT' when p.id % 30 < 3 then (array['KEPT', 'RETIRED'])[p.id % 30] else 'MEMBER' end,
           'ROLL', current_date - 100, case when p.id % 30 = 0 then current_date - 1 end,
           (array['REPORTED', 'CHANGED', 'NONE', 'NONE', 'NONE'])[1 + p.id % 5]
    from people.person p join organisation.unit t on t.id = 2 + p.id % 14990 and t.scope is not null;
select membership.rebuild_counts();
insert into membership.stay_event (stay_id, at, what) select id, now(), 'BEGAN' from membership.stay;
insert into membership.card (person_id, number, made_at) select person_id, membership.new_card('3201'), now() from membership.stay where until is null;
insert into membership.near_pair (one_id, other_id, likeness, one_scope, other_scope)
    select a.person_id, b.person_id, 'SAME_PHONE', a.scope, b.scope from membership.stay a join membership.stay b on b.id = a.id + 1
    where a.id % 20 = 0 and a.person_id < b.person_id;
insert into membership.near_pair (one_id, other_id, likeness, one_scope, other_scope)
    select 2 * n, 2 * n + 1, 'SAME_PHONE', u.scope, u.scope
    from (values (1, 1), (2, 5), (3, 60), (4, 5000)) v (n, unit) join organisation.unit u on u.id = v.unit on conflict do nothing;
delete from membership.near_todo;
insert into membership.doubt (unit_id, rule, members, measure, first_seen, last_seen, due_on, passed_at)
    select 2 + n % 14990, 'FAST_GROWTH', 40, 9, now(), now(), 'infinity', now() from generate_series(1, 6000) n;
insert into membership.doubt_stay (doubt_id, stay_id)
    select d.id, s.id from membership.doubt d join lateral (select id from membership.stay where unit_id = d.unit_id limit 5) s on true;
update membership.doubt set state = 'MENDED', ended_at = now() where id % 2 = 0;
insert into membership.report (number, unit_id, size, made_at, made_by, made_by_name)
    select 'B' || n, 2 + n % 14990, 1, now(), 1, '矩' from generate_series(1, 6000) n;
insert into membership.report_row (report_id, stay_id, before) select id, id, 'NONE' from membership.report where id < 3000;
insert into membership.offer (unit_id, title, words, made_by, made_at)
    select 2 + n % 14990, '策' || n || '号', '内容', 1, now() from generate_series(1, 6000) n;
insert into membership.door (unit_id, code, label, decides, made_by, made_at)
    select 2 + n % 14990, lpad(to_hex(n), 8, '0'), '门' || n, 'UNION', 1, now() from generate_series(1, 6000) n;
insert into membership.gift (unit_id, name, place, stock, joined_on, ends_on, made_by, made_at)
    select 1 + n % 14990, '礼' || n, '门', 100, current_date - 9, current_date + 9, 1, now() from generate_series(1, 6000) n;
insert into membership.door_day (door_id, day, opened) select id, current_date - 1, 5 from membership.door;
insert into membership.application (key, person_id, unit_id, scope, worker_class, state, at, ended_at)
    select gen_random_uuid(), person_id, unit_id, scope, 'staff', 'ACCEPTED', now(), now() from membership.stay where until is null;
-- the sums of the tree, since what would have kept them was off
select organisation.rebuild_totals();
insert into access.token (name, purpose, contact, reach, unit_id, scopes, addresses, per_minute, made_at, made_by)
    select '令' || n, 'xx', 'xx', 'BELOW', 1 + n % 15000, '{organisation.unit.read}', '{}', 60, now(), 7 from generate_series(1, 6000) n;
insert into access.token_secret (token_id, key, hash, made_at, ends_at)
    select id, lpad(id::text, 12, '0'), sha256(int8send(id)), now(), now() + interval '300 days' from access.token;
insert into access.webhook (public_id, name, address, unit_id, kinds, secret, made_at, made_by)
    select gen_random_uuid(), '推' || n, 'https://receiver.example/', 1 + n % 15000, '{access.test}', 'x', now(), 7 from generate_series(1, 6000) n;
insert into access.webhook_event (key, kind, body, told_at)
    select 'crowd:' || n, 'access.test', '{}', now() from generate_series(1, 6000) n;
insert into access.webhook_delivery (webhook_id, event_id, state, next_try_at, done_at)
    select h.id, e.id, 'SENT', now(), now() from access.webhook h join access.webhook_event e on e.id % 10 = h.id % 10 and e.id % 60 < 30;
