-- Names with wide letters or digits are found by plain ones from now on: what they are found by is written anew at the start.
update organisation.unit set search = '' where name ~ '[０-９Ａ-Ｚａ-ｚ]';
update organisation.employer set search = '' where name ~ '[０-９Ａ-Ｚａ-ｚ]';
update organisation.search_text set version = 0;
