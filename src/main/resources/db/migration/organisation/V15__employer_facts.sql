-- GB 32100: whether the last character of a credit code agrees with the seventeen before it.
create function organisation.is_credit_code(code text) returns boolean language sql immutable strict
set search_path = pg_catalog, pg_temp as $$
    select code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$' and
        (select sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, i, 1)) - 1)
                    * (array[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1])[i])
         from generate_series(1, 18) as i) % 31 = 0
$$;

alter table organisation.employer
    add column uscc_accepted text check (uscc_accepted = btrim(uscc_accepted) and length(uscc_accepted) between 2 and 200),
    add column founded_on    date,
    add column closed_on     date,
    -- country or region of the investor: ISO 3166, two letters
    add column origin        text check (origin ~ '^[A-Z]{2}$'),
    add column party         text check (party in ('NONE', 'BRANCH', 'GENERAL_BRANCH', 'COMMITTEE', 'JOINT')),
    -- of the last year reported, derived from employer_insured
    add column insured       integer check (insured >= 0),
    add column insured_year  smallint,
    -- the entry that took over this one, which was the same employer
    add column merged_into   bigint references organisation.employer check (merged_into <> id),
    add check (closed_on is null or founded_on <= closed_on),
    add check ((insured is null) = (insured_year is null)),
    -- codes that were issued with a wrong last character are real: somebody has to say that one was seen
    add check (uscc is null or organisation.is_credit_code(uscc) or uscc_accepted is not null) not valid;
create index employer_industry on organisation.employer (industry, scope, id);
create index employer_ownership on organisation.employer (ownership, scope, id);

-- How many of an employer's staff were insured at the end of a year; tells its size.
create table organisation.employer_insured (
    employer_id bigint   not null references organisation.employer,
    year        smallint not null check (year between 1990 and 2100),
    insured     integer  not null check (insured >= 0),
    primary key (employer_id, year)
);

create function organisation.derive_insured() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update organisation.employer e set (insured, insured_year) = (
        select i.insured, i.year from organisation.employer_insured i where i.employer_id = e.id order by i.year desc limit 1)
    where e.id in (new.employer_id, old.employer_id);
    return null;
end $$;
create trigger derive_insured after insert or update or delete on organisation.employer_insured
    for each row execute function organisation.derive_insured();
