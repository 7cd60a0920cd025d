-- Every character of a name and every pair of neighbours, so that any part of it is found by an index.
create function people.pairs(name text) returns text[] language sql immutable parallel safe
set search_path = pg_catalog, pg_temp as $$
    select coalesce(array_agg(distinct substr(small, i, size)), '{}')
    from lower(name) small, generate_series(1, length(small)) i, generate_series(1, 2) size
$$;
create index person_name on people.person using gin (people.pairs(name));

-- What a name must have of these words.
create function people.pairs_sought(words text[]) returns text[] language sql immutable parallel safe
set search_path = pg_catalog, pg_temp as $$
    select coalesce(array_agg(distinct substr(small, i, 2)), '{}')
    from unnest(words) word, lower(word) small, generate_series(1, greatest(length(small) - 1, 1)) i
$$;
