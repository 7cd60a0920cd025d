-- Something to import, for the proofs of the exchange only.
create table if not exists exchange.toy (
    name  text primary key,
    staff text not null
);

drop table if exists exchange.toy_secret;
create table exchange.toy_secret (public_id uuid primary key, secret text, secret_index bytea);
