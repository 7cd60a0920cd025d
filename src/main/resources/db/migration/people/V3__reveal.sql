-- How often somebody saw personal data in full, by day.
create table people.reveal_count (
    person_id bigint not null references people.person,
    day       date   not null,
    used      int    not null check (used > 0),
    primary key (person_id, day)
);
revoke delete on people.reveal_count from ${app};
