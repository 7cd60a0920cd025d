-- Old failures are forgotten at each sign-in, also while somebody types thousands of made-up logins.
create index lock_out_age on access.lock_out (last_failure);
