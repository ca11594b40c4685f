comment on schema chancery is
    'What news about diplomacy says, as rows: start with meetings, figures and agreements; every row leads to its words.';

create domain chancery.country_code as text collate "C"
    check (value ~ '^[A-Z]{2}$');
comment on domain chancery.country_code is 'ISO 3166-1 alpha-2: KZ.';

create domain chancery.country_codes as text[] collate "C"
    check (array_to_string(value, ',') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$' and array_position(value, null) is null);
comment on domain chancery.country_codes is 'ISO 3166-1 alpha-2 codes, sorted: {KZ,TJ}; empty for none.';

create domain chancery.partial_date as text collate "C"
    check (value ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$');
comment on domain chancery.partial_date is
    'As much of an ISO 8601 date as is known: 2024-11-27, 2024-11 or 2024. The days it can be stand beside it.';

create domain chancery.office as text collate "C"
    check (value in (
        'president', 'vice_president', 'monarch', 'prime_minister', 'deputy_prime_minister', 'foreign_minister',
        'minister', 'speaker', 'ambassador', 'governor', 'mayor', 'secretary_general', 'executive', 'other'
    ));
comment on domain chancery.office is 'What somebody holds: president, foreign_minister, … other.';

create table chancery.countries (
    code chancery.country_code primary key,
    name_ru text not null,
    name_en text,
    name_kk text,
    long_ru text,
    abbreviations_ru text[] not null default '{}',
    adjectives_ru text[] not null default '{}',
    people_ru text[] not null default '{}',
    capital_ru text,
    other_names_ru text[] not null default '{}'
);
comment on table chancery.countries is 'Countries that articles can name. From the reference rows.';
comment on column chancery.countries.code is 'ISO 3166-1 alpha-2.';
comment on column chancery.countries.name_ru is 'Short name in Russian: Казахстан.';
comment on column chancery.countries.name_en is 'Short name in English.';
comment on column chancery.countries.name_kk is 'Short name in Kazakh.';
comment on column chancery.countries.long_ru is 'Full name in Russian: Республика Казахстан.';
comment on column chancery.countries.abbreviations_ru is 'Abbreviations in Russian: {РК}.';
comment on column chancery.countries.adjectives_ru is 'Adjectives in Russian: {казахстанский,казахский}.';
comment on column chancery.countries.people_ru is 'What its people are called in Russian: {казахстанец}.';
comment on column chancery.countries.capital_ru is 'The capital in Russian.';
comment on column chancery.countries.other_names_ru is 'Other names that stand for the state, such as seats of power: {Акорда}.';

create table chancery.organisations (
    abbreviation text collate "C" primary key,
    name_ru text,
    name_en text,
    other_names_ru text[] not null default '{}'
);
comment on table chancery.organisations is 'International organisations. From the reference rows.';
comment on column chancery.organisations.abbreviation is 'Usual abbreviation in Russian: ЕАЭС; the value in orgs.';
comment on column chancery.organisations.name_ru is 'Full name in Russian.';
comment on column chancery.organisations.name_en is 'Full name in English.';
comment on column chancery.organisations.other_names_ru is 'Other names in Russian.';

create table chancery.indicators (
    code text collate "C" primary key
        check (code ~ '^[a-z_]+$'),
    name_ru text,
    name_en text,
    description text
);
comment on table chancery.indicators is 'What figures measure. From the reference rows.';
comment on column chancery.indicators.code is 'The value in figures.indicator: trade_turnover.';
comment on column chancery.indicators.name_ru is 'Name in Russian.';
comment on column chancery.indicators.name_en is 'Name in English.';
comment on column chancery.indicators.description is 'What counts as this indicator, and what does not.';

create table chancery.officeholders (
    name text not null,
    country chancery.country_code
        references chancery.countries,
    office chancery.office not null,
    held_from date,
    held_to date,
    check (held_from <= held_to)
);
create unique index officeholders_once
    on chancery.officeholders (name, country, office, held_from) nulls not distinct;
comment on table chancery.officeholders is 'Who held which office when. From the reference rows.';
comment on column chancery.officeholders.name is 'Nominative, given name first.';
comment on column chancery.officeholders.country is 'The state represented; null for an organisation''s official.';
comment on column chancery.officeholders.office is 'The office held.';
comment on column chancery.officeholders.held_from is 'First day in office, null when not known.';
comment on column chancery.officeholders.held_to is 'Last day in office, null while it is held.';

create table chancery.people (
    name text collate "C" primary key,
    countries chancery.country_codes not null,
    offices text[] not null,
    meetings integer not null
        check (meetings > 0)
);
comment on table chancery.people is 'Everybody named as a principal of a meeting. Follows meeting_participants.';
comment on column chancery.people.name is 'Nominative, given name first, as the articles give it.';
comment on column chancery.people.countries is 'The states the person represented, sorted.';
comment on column chancery.people.offices is 'The offices the person was named with, sorted.';
comment on column chancery.people.meetings is 'In how many meetings the person takes part.';

create table chancery.reference_files (
    name text collate "C" primary key,
    checksum bytea not null
        check (octet_length(checksum) = 32)
);
comment on table chancery.reference_files is 'The files of reference rows as last loaded; unchanged ones are skipped.';
comment on column chancery.reference_files.name is 'File name: countries.csv.';
comment on column chancery.reference_files.checksum is 'SHA-256 of the file.';
