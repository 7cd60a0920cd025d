-- Something to import, for the proofs of the exchange only.
create table if not exists exchange.toy (
    name  text primary key,
    staff text not null
);
