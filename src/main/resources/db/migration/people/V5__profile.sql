-- What kind of worker somebody is; the messages have its name. The eight groups of new forms of employment, with the day from which they count as such.
create table people.worker_class (
    key      text    primary key check (key ~ '^[a-z]+(-[a-z]+)*$'),
    nr       int     not null unique,
    new_form boolean not null,
    since    date    not null,
    until    date    check (until > since),
    source   text    not null
);
revoke insert, update, delete on people.worker_class from ${app};
insert into people.worker_class (key, nr, new_form, since, source) values
    ('staff', 1, false, '2000-01-01', '一般'),
    ('migrant', 2, false, '2000-01-01', '一般'),
    ('truck-driver', 11, true, '2019-01-01', '八大群体 2019'),
    ('courier', 12, true, '2019-01-01', '八大群体 2019'),
    ('rider', 13, true, '2019-01-01', '八大群体 2019'),
    ('care-worker', 14, true, '2019-01-01', '八大群体 2019'),
    ('domestic-worker', 15, true, '2019-01-01', '八大群体 2019'),
    ('sales-staff', 16, true, '2019-01-01', '八大群体 2019'),
    ('estate-agent', 17, true, '2019-01-01', '八大群体 2019'),
    ('security-guard', 18, true, '2019-01-01', '八大群体 2019'),
    ('ride-hailing-driver', 21, true, '2021-01-01', '示例：各地增补，未核实'),
    ('other', 90, false, '2000-01-01', '一般');

-- What a person says of themselves, or a roll of them. Numbers and papers stand in the vault.
create table people.profile (
    person_id     bigint      primary key references people.person,
    sex           text        check (sex in ('WOMAN', 'MAN')),
    birth_year    int         check (birth_year between 1880 and 2999),
    document_kind text        check (document_kind in ('RESIDENT_CARD', 'HK_MACAO_TAIWAN_RESIDENCE', 'HK_MACAO_PASS', 'TAIWAN_PASS', 'FOREIGN_RESIDENCE', 'PASSPORT')),
    schooling     text        check (schooling in ('POSTGRADUATE', 'BACHELOR', 'COLLEGE', 'VOCATIONAL', 'SENIOR_HIGH', 'JUNIOR_HIGH', 'PRIMARY')),
    skill         text        check (skill in ('NONE', 'APPRENTICE', 'JUNIOR', 'INTERMEDIATE', 'SENIOR', 'TECHNICIAN', 'SENIOR_TECHNICIAN', 'SPECIAL_TECHNICIAN', 'CHIEF_TECHNICIAN')),
    household     text        check (household in ('URBAN', 'RURAL')),
    worker_class  text        references people.worker_class,
    employment    text        check (employment in ('AT_WORK', 'FLEXIBLE', 'LAID_OFF', 'UNEMPLOYED', 'RETIRED', 'EARLY_RETIRED', 'SICK_LEAVE')),
    changed_at    timestamptz not null
);
create index profile_class on people.profile (worker_class) where worker_class is not null;

-- Papers of people who have no resident identity number.
alter table people.identity drop constraint identity_field_check;
alter table people.identity add constraint identity_field_check
    check (field in ('ID_NUMBER', 'DOCUMENT', 'PHONE', 'EMAIL', 'BANK_ACCOUNT'));
alter table people.identity_index drop constraint identity_index_kind_check;
alter table people.identity_index add constraint identity_index_kind_check
    check (kind in ('ID_NUMBER', 'DOCUMENT', 'PHONE', 'PHONE_PREFIX', 'EMAIL', 'BANK_ACCOUNT'));

-- Somebody whose records were brought together with another's is found as that one.
alter table people.person add column merged_into bigint references people.person check (merged_into <> id);
create index person_merged on people.person (merged_into) where merged_into is not null;
