-- Days that are not as their weekday says: holidays, and the weekends worked in exchange for them (调休), as announced for
-- each year. Of a year without a list only the weekends are known.
create table organisation.calendar_year (
    year       int         primary key check (year between 2000 and 2999),
    article    text        check (article = btrim(article) and length(article) between 2 and 300),
    changed_at timestamptz not null,
    changed_by bigint      references people.person -- null for what the platform brought
);
create table organisation.calendar_day (
    day   date    primary key,
    -- whose list it stands in: a holiday of New Year may begin in the December before
    year  int     not null references organisation.calendar_year,
    works boolean not null,
    name  text    not null check (name = btrim(name) and length(name) between 1 and 40),
    check (day between make_date(year - 1, 12, 20) and make_date(year, 12, 31)),
    check (not works or extract(isodow from day) > 5)
);
create index calendar_day_year on organisation.calendar_day (year);

insert into organisation.calendar_year (year, article, changed_at) values
    (2025, '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）', now()),
    (2026, '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）', now());
insert into organisation.calendar_day (day, year, works, name)
    select d::date, extract(year from d), false, h.name
    from (values
        ('2025-01-01'::date, '2025-01-01'::date, '元旦'),
        ('2025-01-28', '2025-02-04', '春节'),
        ('2025-04-04', '2025-04-06', '清明节'),
        ('2025-05-01', '2025-05-05', '劳动节'),
        ('2025-05-31', '2025-06-02', '端午节'),
        ('2025-10-01', '2025-10-08', '国庆节、中秋节'),
        ('2026-01-01', '2026-01-03', '元旦'),
        ('2026-02-15', '2026-02-23', '春节'),
        ('2026-04-04', '2026-04-06', '清明节'),
        ('2026-05-01', '2026-05-05', '劳动节'),
        ('2026-06-19', '2026-06-21', '端午节'),
        ('2026-09-25', '2026-09-27', '中秋节'),
        ('2026-10-01', '2026-10-07', '国庆节')) as h(first, last, name),
        generate_series(h.first, h.last, interval '1 day') as d
    union all
    select day, extract(year from day), true, name
    from (values
        ('2025-01-26'::date, '春节'),
        ('2025-02-08', '春节'),
        ('2025-04-27', '劳动节'),
        ('2025-09-28', '国庆节、中秋节'),
        ('2025-10-11', '国庆节、中秋节'),
        ('2026-01-04', '元旦'),
        ('2026-02-14', '春节'),
        ('2026-02-28', '春节'),
        ('2026-05-09', '劳动节'),
        ('2026-09-20', '国庆节'),
        ('2026-10-10', '国庆节')) as w(day, name);
