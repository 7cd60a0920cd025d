create schema casework;
grant usage on schema casework to ${app};
alter default privileges in schema casework grant select, insert, update on tables to ${app};
alter default privileges in schema casework grant usage, select on sequences to ${app};

-- 诉求类别: a tree of two levels, the same in the whole cell. One that ends is not offered any more; what was filed under it stays.
create table casework.kind (
    id        bigint  generated always as identity primary key,
    public_id uuid    not null default gen_random_uuid() unique,
    parent_id bigint  references casework.kind,
    name      text    not null check (name = btrim(name) and length(name) between 2 and 30),
    name_en   text    not null check (name_en = btrim(name_en) and length(name_en) between 2 and 60),
    -- words that callers use for it
    keywords  text[]  not null default '{}' check (cardinality(keywords) <= 30),
    grade     text    not null default 'GENERAL' check (grade in ('GENERAL', 'DIFFICULT', 'COMPLEX')),
    -- whether workers choose it on their phone; there is not much room there
    on_phone  boolean not null default false,
    place     int     not null,
    ended_on  date
);
create unique index kind_name on casework.kind (parent_id, name) nulls not distinct where ended_on is null;

-- 知识: what an operator may say or ask while the caller talks, of a kind.
create table casework.snippet (
    id        bigint      generated always as identity primary key,
    public_id uuid        not null default gen_random_uuid() unique,
    kind_id   bigint      not null references casework.kind,
    title     text        not null check (title = btrim(title) and length(title) between 2 and 60),
    words     text        not null check (words = btrim(words) and length(words) between 2 and 1000),
    made_by   bigint      references people.person,
    made_at   timestamptz not null,
    ended_at  timestamptz
);
create index snippet_kind on casework.snippet (kind_id, id) where ended_at is null;
create index snippet_made_by on casework.snippet (made_by);

-- 工单: what somebody asks of a union for themselves or with others; who does what with it is its matter's.
create table casework.case_file (
    id          bigint  generated always as identity primary key,
    public_id   uuid    not null default gen_random_uuid() unique,
    matter_id   bigint  not null unique references matter.matter,
    channel     text    not null check (channel in ('HOTLINE', 'COUNTER', 'PHONE', 'TRANSFER', 'MAIL')),
    -- its number in the system it came from
    external_nr text    check (external_nr = btrim(external_nr) and length(external_nr) between 2 and 60),
    kind_id     bigint  not null references casework.kind,
    grade       text    not null check (grade in ('GENERAL', 'DIFFICULT', 'COMPLEX')),
    urgent      boolean not null default false,
    -- 群体诉求: how many it is about, those not named too
    heads       int     not null check (heads between 1 and 100000),
    employer_id bigint  references organisation.employer,
    -- as the caller says it, also where the register knows it
    employer    text    check (employer = btrim(employer) and length(employer) between 2 and 100),
    place       text    check (place = btrim(place) and length(place) between 2 and 100),
    -- pairs of letters of its title and words
    search      tsvector not null,
    filed_at    timestamptz not null,
    -- when the system it came from said that it has the answer
    reported_at timestamptz,
    -- the day where the cell stands, and its month, such as 202612
    filed_on    date    not null,
    month       int     not null generated always as (extract(year from filed_on)::int * 100 + extract(month from filed_on)::int) stored,
    -- the union that has it, its number there, and how far it is: as its matter says, kept here so that lists go by an index
    unit_id     bigint  not null references organisation.unit,
    year        int     not null,
    nr          int     not null,
    state       text    not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'CLOSED', 'REFUSED', 'WITHDRAWN')),
    -- sums of the claimants, in fen, kept by what writes them
    claimants   int     not null default 0,
    claimed     bigint  not null default 0,
    agreed      bigint  not null default 0,
    paid        bigint  not null default 0,
    unique (channel, external_nr)
);
create index case_file_search on casework.case_file using gin (search);
create index case_file_month on casework.case_file (month, matter_id);
create index case_file_nr on casework.case_file (year, nr, matter_id);
create index case_file_unit on casework.case_file (unit_id, matter_id);
create index case_file_state on casework.case_file (state, matter_id);
create index case_file_urgent on casework.case_file (matter_id) where urgent;
create index case_file_kind on casework.case_file (kind_id, matter_id);
create index case_file_employer on casework.case_file (employer_id, matter_id) where employer_id is not null;
create index case_file_employer_name on casework.case_file (employer, matter_id) where employer is not null;

-- 诉求人: who is owed something. Nobody is taken out of the record: who no longer claims has left it, with a reason.
create table casework.claimant (
    id          bigint      generated always as identity primary key,
    public_id   uuid        not null default gen_random_uuid() unique,
    case_id     bigint      not null references casework.case_file,
    name        text        not null check (name = btrim(name) and length(name) between 2 and 40),
    joined_at   timestamptz not null,
    left_at     timestamptz,
    -- in fen; what is agreed is null until something is
    claimed     bigint      not null default 0 check (claimed >= 0),
    agreed      bigint      check (agreed >= 0),
    paid        bigint      not null default 0 check (paid >= 0),
    constraint claimant_not_overpaid check (paid <= coalesce(agreed, claimed)),
    constraint claimant_left_unpaid check (left_at is null or paid = 0)
);
create unique index claimant_name on casework.claimant (case_id, name) where left_at is null;
create index claimant_case on casework.claimant (case_id, id);

-- What is owed for a month. An amount that was wrong ends, and the right one stands in its place.
create table casework.wage (
    id          bigint      generated always as identity primary key,
    claimant_id bigint      not null references casework.claimant,
    month       date        not null check (extract(day from month) = 1 and month >= '1990-01-01'),
    amount      bigint      not null check (amount between 1 and 9999999999),
    since       timestamptz not null,
    until       timestamptz
);
create unique index wage_month on casework.wage (claimant_id, month) where until is null;
create index wage_claimant on casework.wage (claimant_id, id);

-- Money that came, and how that is known.
create table casework.payment (
    id           bigint      generated always as identity primary key,
    public_id    uuid        not null default gen_random_uuid() unique,
    claimant_id  bigint      not null references casework.claimant,
    amount       bigint      not null check (amount between 1 and 9999999999),
    paid_on      date        not null,
    way          text        not null check (way in ('BANK', 'CASH', 'OTHER')),
    evidence     text        not null check (evidence = btrim(evidence) and length(evidence) between 2 and 200),
    key          uuid        not null unique,
    at           timestamptz not null,
    cancelled_at timestamptz
);
create index payment_claimant on casework.payment (claimant_id, id);

-- 更正记录: what was put right in a case, by whom and why. It stays.
create table casework.correction (
    id          bigint      generated always as identity primary key,
    case_id     bigint      not null references casework.case_file,
    at          timestamptz not null,
    person_id   bigint      references people.person,
    person_name text        not null,
    what        text        not null check (what in ('CLAIMANT_ADDED', 'CLAIMANT_LEFT', 'CLAIMANT_RENAMED', 'WAGE', 'AGREED',
                                'PAID', 'PAYMENT_CANCELLED', 'KIND', 'GRADE', 'HEADS', 'EMPLOYER')),
    subject     text        not null,
    before      text,
    after       text,
    reason      text        check (reason = btrim(reason) and length(reason) between 1 and 200)
);
create index correction_case on casework.correction (case_id, id);
create index correction_person on casework.correction (person_id);
revoke update on casework.correction from ${app};

-- Cases that have to do with each other; of two that are the same, the later one says so of the earlier.
create table casework.relation (
    one_id   bigint      not null references casework.case_file,
    other_id bigint      not null references casework.case_file,
    same     boolean     not null,
    at       timestamptz not null,
    by_id    bigint      not null references people.person,
    primary key (one_id, other_id),
    check (one_id < other_id)
);
create index relation_other on casework.relation (other_id);
create index relation_by on casework.relation (by_id);
grant delete on casework.relation to ${app};

-- 回访: somebody asked whether it is solved, or the worker said so on the phone.
create table casework.visit (
    id        bigint      generated always as identity primary key,
    case_id   bigint      not null references casework.case_file,
    way       text        not null check (way in ('CALL', 'SELF', 'UNREACHED')),
    -- 1 very dissatisfied to 5 very satisfied; null where nobody was reached
    stars     int         check (stars between 1 and 5),
    solved    boolean,
    words     text        check (words = btrim(words) and length(words) between 1 and 500),
    person_id bigint      not null references people.person,
    key       uuid        not null unique,
    at        timestamptz not null,
    check ((way = 'UNREACHED') = (stars is null) and (stars is null) = (solved is null))
);
create index visit_case on casework.visit (case_id, id);
create index visit_person on casework.visit (person_id);

-- The sums of claimants and of their cases follow what is written below them, once a statement.
create function casework.sum_claimants() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update casework.claimant c set
        claimed = (select coalesce(sum(w.amount), 0) from casework.wage w where w.claimant_id = c.id and w.until is null),
        paid = (select coalesce(sum(p.amount), 0) from casework.payment p where p.claimant_id = c.id and p.cancelled_at is null)
    where c.id in (select claimant_id from changed);
    return null;
end $$;
create trigger sum_new after insert on casework.wage
    referencing new table as changed for each statement execute function casework.sum_claimants();
create trigger sum_changed after update on casework.wage
    referencing new table as changed for each statement execute function casework.sum_claimants();
create trigger sum_new after insert on casework.payment
    referencing new table as changed for each statement execute function casework.sum_claimants();
create trigger sum_changed after update on casework.payment
    referencing new table as changed for each statement execute function casework.sum_claimants();

create function casework.sum_cases() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update casework.case_file f set (claimants, claimed, agreed, paid) = (
        select count(*), coalesce(sum(c.claimed), 0), coalesce(sum(c.agreed), 0), coalesce(sum(c.paid), 0)
        from casework.claimant c where c.case_id = f.id and c.left_at is null)
    where f.id in (select case_id from changed);
    return null;
end $$;
create trigger sum_new after insert on casework.claimant
    referencing new table as changed for each statement execute function casework.sum_cases();
create trigger sum_changed after update on casework.claimant
    referencing new table as changed for each statement execute function casework.sum_cases();

-- How far a case is follows its matter.
create function casework.follow_matter() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update casework.case_file set state = case when new.outcome <> 'ANSWERED' then new.outcome else new.state end where matter_id = new.id;
    return null;
end $$;
create trigger follow_matter after update on matter.matter for each row
    when (new.kind = 'service-order' and (new.state, new.outcome) is distinct from (old.state, old.outcome))
    execute function casework.follow_matter();

-- The usual kinds of a union's hotline; each cell keeps its own from here.
insert into casework.kind (name, name_en, place, grade, keywords) values
    ('劳动报酬', 'Pay', 10, 'DIFFICULT', '{工资,报酬,薪}'),
    ('劳动合同', 'Employment contract', 20, 'GENERAL', '{合同}'),
    ('社会保险', 'Social insurance', 30, 'DIFFICULT', '{社保,五险}'),
    ('劳动安全卫生', 'Safety and health', 40, 'DIFFICULT', '{安全,高温,噪声}'),
    ('工作时间和休息休假', 'Hours and leave', 50, 'GENERAL', '{加班,休息,休假}'),
    ('女职工权益', 'Rights of women', 60, 'DIFFICULT', '{怀孕,产假,哺乳}'),
    ('工会事务', 'Union matters', 70, 'GENERAL', '{工会,会员,入会,建会}'),
    ('生活困难和服务', 'Hardship and services', 80, 'GENERAL', '{困难,补助,帮扶}'),
    ('其他', 'Other', 90, 'GENERAL', '{}');
insert into casework.kind (parent_id, name, name_en, place, grade, keywords)
select k.id, v.name, v.name_en, v.place, v.grade, v.keywords
from (values
    ('劳动报酬', '拖欠工资', 'Wages not paid', 1, 'DIFFICULT', '{欠薪,拖欠,没发工资,不发工资,欠我,讨薪,结算,工钱}'::text[]),
    ('劳动报酬', '加班工资', 'Overtime pay', 2, 'DIFFICULT', '{加班费,加班工资}'),
    ('劳动报酬', '低于最低工资', 'Below the minimum wage', 3, 'DIFFICULT', '{最低工资}'),
    ('劳动报酬', '克扣工资', 'Deductions from pay', 4, 'DIFFICULT', '{克扣,扣钱,扣工资,罚款}'),
    ('劳动合同', '未签劳动合同', 'No written contract', 1, 'GENERAL', '{没签合同,未签,不签}'),
    ('劳动合同', '解除和终止', 'Dismissal and end', 2, 'DIFFICULT', '{辞退,开除,解雇,裁员,赔偿金,补偿金,离职}'),
    ('劳动合同', '试用期', 'Probation', 3, 'GENERAL', '{试用期}'),
    ('社会保险', '未缴社会保险', 'Insurance not paid', 1, 'DIFFICULT', '{不交社保,没交社保,断缴,社保}'),
    ('社会保险', '工伤', 'Work injury', 2, 'COMPLEX', '{工伤,受伤,骨折,摔,砸}'),
    ('劳动安全卫生', '高温作业', 'Work in heat', 1, 'GENERAL', '{高温,中暑,高温费}'),
    ('劳动安全卫生', '职业病', 'Occupational disease', 2, 'COMPLEX', '{职业病,尘肺,听力}'),
    ('工作时间和休息休假', '超时加班', 'Excessive overtime', 1, 'GENERAL', '{加班,通宵,超时,单休}'),
    ('工作时间和休息休假', '年休假', 'Annual leave', 2, 'GENERAL', '{年假,年休假}'),
    ('女职工权益', '孕期产期哺乳期', 'Pregnancy and nursing', 1, 'DIFFICULT', '{怀孕,产假,哺乳,生育}'),
    ('工会事务', '入会和会籍', 'Joining and membership', 1, 'GENERAL', '{入会,会员卡,转会,会籍}'),
    ('工会事务', '会费和经费', 'Dues and funds', 2, 'GENERAL', '{会费,经费}'),
    ('工会事务', '组建工会', 'Founding a union', 3, 'GENERAL', '{建会,成立工会,没有工会}'),
    ('生活困难和服务', '困难帮扶', 'Hardship aid', 1, 'GENERAL', '{困难,补助,救助,大病}'),
    ('生活困难和服务', '活动和疗休养', 'Activities and recuperation', 2, 'GENERAL', '{疗休养,活动,电影票}')
) v (parent, name, name_en, place, grade, keywords) join casework.kind k on k.parent_id is null and k.name = v.parent;
update casework.kind set on_phone = true where name in ('拖欠工资', '工伤', '解除和终止', '未签劳动合同', '未缴社会保险', '超时加班',
    '孕期产期哺乳期', '入会和会籍', '困难帮扶', '其他');
insert into casework.snippet (kind_id, title, words, made_at)
select k.id, v.title, v.words, now()
from (values
    ('拖欠工资', '要问清的四件事', '哪个单位、哪个项目或岗位；欠哪几个月、每人每月多少；有没有合同、考勤、工资条或聊天记录；单位说过什么时候给。'),
    ('拖欠工资', '时效和依据', '工资应当按月以货币支付（劳动法第五十条）。劳动关系存续期间因拖欠劳动报酬发生争议的，申请仲裁不受一年时效限制；关系终止的，应当自终止之日起一年内提出（劳动争议调解仲裁法第二十七条）。'),
    ('工伤', '先问人', '先问伤情和是否已经就医，紧急的先挂断去救治。单位应当自事故发生之日起三十日内申请工伤认定；单位不申请的，本人、近亲属或者工会可以在一年内申请（工伤保险条例第十七条）。'),
    ('解除和终止', '依据', '违法解除或者终止劳动合同的，按经济补偿标准的二倍支付赔偿金（劳动合同法第八十七条）。单位单方解除，应当事先将理由通知工会（第四十三条）。'),
    ('未签劳动合同', '依据', '自用工之日起超过一个月不满一年未订立书面劳动合同的，应当每月支付二倍的工资（劳动合同法第八十二条）。')
) v (kind, title, words) join casework.kind k on k.name = v.kind;
