-- How often something may be done by one address or one person. The key is hashed with a key of the vault.
create table access.rate_limit (
    key_hash bytea  primary key check (length(key_hash) >= 16),
    full_at  bigint not null -- when all tokens are there again, in microseconds since 1970
);
create index rate_limit_age on access.rate_limit (full_at);
