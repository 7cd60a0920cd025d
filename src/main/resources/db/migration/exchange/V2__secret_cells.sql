-- Cells with numbers of people, sealed, as long as their row waits.
create table exchange.import_secret (
    public_id  uuid   primary key,
    run_id     bigint not null,
    number     int    not null,
    column_key text   not null,
    sealed     text   not null check (sealed like 'v1|%'),
    unique (run_id, number, column_key),
    foreign key (run_id, number) references exchange.import_row on delete cascade
);
create index import_secret_key on exchange.import_secret (split_part(sealed, '|', 3), public_id);
