-- What a matter is found by: pairs of the characters of its title, kept by whoever writes the title (Bigrams). Here once for
-- those there are, with signs told by their number, since what counts as a letter depends on the language of the database.
alter table matter.matter add column search tsvector not null default '';
update matter.matter m set search = coalesce((
    select array_to_tsvector(array_agg(distinct substr(c.letters, i, 2)))
    from (select regexp_replace(lower(translate(m.title,
            '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
            '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')),
            '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2190-\u27bf\u3000-\u3004\u3007-\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]',
            '', 'g')) c (letters), generate_series(1, length(c.letters)) i), '')
where m.title <> '';
create index matter_search on matter.matter using gin (search);
