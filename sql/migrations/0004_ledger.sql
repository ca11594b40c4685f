-- What is so: the reports on one encounter, quantity or document as one row. Every row is a function of the
-- reports: the views *_merged compute it, and the loader copies into the tables what a batch touched.

create table chancery.meetings (
    id uuid primary key,
    kind chancery.meeting_kind not null,
    countries chancery.country_codes not null,
    orgs text[] not null,
    level chancery.meeting_level,
    visit chancery.visit_kind,
    formats text[] not null,
    status chancery.meeting_status not null,
    date chancery.partial_date,
    date_from date,
    date_to date,
    place_city text,
    place_country chancery.country_code
        references chancery.countries,
    host chancery.country_code
        references chancery.countries,
    reports integer not null
        check (reports > 0),
    articles integer not null
        check (articles > 0),
    report_id uuid not null
);
create index meetings_date
    on chancery.meetings (date_from);
comment on table chancery.meetings is 'Encounters between states, each once, however many articles tell of it.';
comment on column chancery.meetings.id is 'UUID version 5 over what the reports of it have in common; a reload gives the same.';
comment on column chancery.meetings.reports is 'How many reports are behind the row.';
comment on column chancery.meetings.articles is 'How many articles are behind the row.';
comment on column chancery.meetings.report_id is
    'The report whose values the row shows: the one with most of them known, then of the earliest article.';

create table chancery.meeting_countries (
    meeting_id uuid not null
        references chancery.meetings on delete cascade,
    country chancery.country_code not null
        references chancery.countries,
    primary key (meeting_id, country)
);
create index meeting_countries_country
    on chancery.meeting_countries (country, meeting_id);
comment on table chancery.meeting_countries is 'The states represented at a meeting.';
comment on column chancery.meeting_countries.meeting_id is 'The meeting.';
comment on column chancery.meeting_countries.country is 'A state represented.';

create table chancery.meeting_participants (
    meeting_id uuid not null
        references chancery.meetings on delete cascade,
    position integer not null
        check (position > 0),
    name text collate "C" not null
        references chancery.people deferrable initially deferred,
    country chancery.country_code
        references chancery.countries,
    office chancery.office,
    primary key (meeting_id, position)
);
create index meeting_participants_name
    on chancery.meeting_participants (name);
comment on table chancery.meeting_participants is 'The principals of a meeting who are named.';
comment on column chancery.meeting_participants.meeting_id is 'The meeting.';
comment on column chancery.meeting_participants.position is 'The order in which they are named, from 1.';
comment on column chancery.meeting_participants.name is 'Nominative, given name first; a row of people.';
comment on column chancery.meeting_participants.country is 'The state represented; null for an organisation''s official.';
comment on column chancery.meeting_participants.office is 'The office held.';

create table chancery.figures (
    id uuid primary key,
    indicator text collate "C" not null
        references chancery.indicators,
    subject text,
    value chancery.amount not null,
    value_max chancery.amount,
    unit chancery.unit not null,
    comparator chancery.figure_comparator not null,
    measure chancery.figure_measure not null,
    direction chancery.figure_direction,
    nature chancery.figure_nature not null,
    period_from date,
    period_to date,
    countries chancery.country_codes not null,
    origin chancery.country_code
        references chancery.countries,
    destination chancery.country_code
        references chancery.countries,
    speaker text,
    reports integer not null
        check (reports > 0),
    articles integer not null
        check (articles > 0),
    report_id uuid not null
);
create index figures_indicator
    on chancery.figures (indicator, period_to);
comment on table chancery.figures is 'Stated quantities, each once, however many articles state it.';

create table chancery.figure_countries (
    figure_id uuid not null
        references chancery.figures on delete cascade,
    country chancery.country_code not null
        references chancery.countries,
    primary key (figure_id, country)
);
create index figure_countries_country
    on chancery.figure_countries (country, figure_id);
comment on table chancery.figure_countries is 'Whose a figure is.';
comment on column chancery.figure_countries.figure_id is 'The figure.';
comment on column chancery.figure_countries.country is 'A country whose figure it is.';

create table chancery.agreements (
    id uuid primary key,
    kind chancery.agreement_kind not null,
    title text not null,
    status chancery.agreement_status not null,
    countries chancery.country_codes not null,
    orgs text[] not null,
    signed_on chancery.partial_date,
    signed_from date,
    signed_to date,
    count integer,
    value chancery.amount,
    unit chancery.unit,
    term_from date,
    term_to date,
    reports integer not null
        check (reports > 0),
    articles integer not null
        check (articles > 0),
    report_id uuid not null
);
create index agreements_signed
    on chancery.agreements (signed_from);
comment on table chancery.agreements is 'Documents between states, each once, however many articles tell of it.';

create table chancery.agreement_countries (
    agreement_id uuid not null
        references chancery.agreements on delete cascade,
    country chancery.country_code not null
        references chancery.countries,
    primary key (agreement_id, country)
);
create index agreement_countries_country
    on chancery.agreement_countries (country, agreement_id);
comment on table chancery.agreement_countries is 'The parties of a document that are states.';
comment on column chancery.agreement_countries.agreement_id is 'The document.';
comment on column chancery.agreement_countries.country is 'A party.';

-- Of several reports the row shows the one with most fields known, then of the earliest publication, then of the
-- first article id, then of the first report id: nothing of it depends on when what was loaded.

create view chancery.meetings_merged as
select distinct on (r.meeting_id)
    r.meeting_id as id, r.kind, r.countries, r.orgs, r.level, r.visit, r.formats, r.status, r.date, r.date_from,
    r.date_to, r.place_city, r.place_country, r.host,
    (count(*) over same)::integer as reports,
    (dense_rank() over (same order by r.article_id) + dense_rank() over (same order by r.article_id desc) - 1)::integer
        as articles,
    r.id as report_id
from chancery.meeting_reports r
join chancery.articles a on a.id = r.article_id
window same as (partition by r.meeting_id)
order by
    r.meeting_id,
    num_nonnulls(r.level, r.visit, r.date, r.place_city, r.place_country, r.host)
        + jsonb_array_length(r.participants) + cardinality(r.formats) + cardinality(r.orgs)
        + coalesce(length(r.date), 0) desc,
    a.published_on,
    r.article_id,
    r.id;
comment on view chancery.meetings_merged is 'The rows of meetings as the reports give them; equal to meetings after every load.';

create view chancery.figures_merged as
select distinct on (r.figure_id)
    r.figure_id as id, r.indicator, r.subject, r.value, r.value_max, r.unit, r.comparator, r.measure, r.direction,
    r.nature, r.period_from, r.period_to, r.countries, r.origin, r.destination, r.speaker,
    (count(*) over same)::integer as reports,
    (dense_rank() over (same order by r.article_id) + dense_rank() over (same order by r.article_id desc) - 1)::integer
        as articles,
    r.id as report_id
from chancery.figure_reports r
join chancery.articles a on a.id = r.article_id
window same as (partition by r.figure_id)
order by
    r.figure_id,
    num_nonnulls(r.subject, r.value_max, r.direction, r.period_from, r.period_to, r.origin, r.destination, r.speaker)
        + cardinality(r.countries) desc,
    a.published_on,
    r.article_id,
    r.id;
comment on view chancery.figures_merged is 'The rows of figures as the reports give them; equal to figures after every load.';

create view chancery.agreements_merged as
select distinct on (r.agreement_id)
    r.agreement_id as id, r.kind, r.title, r.status, r.countries, r.orgs, r.signed_on, r.signed_from, r.signed_to,
    r.count, r.value, r.unit, r.term_from, r.term_to,
    (count(*) over same)::integer as reports,
    (dense_rank() over (same order by r.article_id) + dense_rank() over (same order by r.article_id desc) - 1)::integer
        as articles,
    r.id as report_id
from chancery.agreement_reports r
join chancery.articles a on a.id = r.article_id
window same as (partition by r.agreement_id)
order by
    r.agreement_id,
    num_nonnulls(r.signed_on, r.count, r.value, r.unit, r.term_from, r.term_to)
        + cardinality(r.countries) + cardinality(r.orgs) + coalesce(length(r.signed_on), 0) desc,
    a.published_on,
    r.article_id,
    r.id;
comment on view chancery.agreements_merged is
    'The rows of agreements as the reports give them; equal to agreements after every load.';

create view chancery.meeting_countries_merged as
select m.id as meeting_id, c.country::chancery.country_code as country
from chancery.meetings m
cross join unnest(m.countries) c (country);
comment on view chancery.meeting_countries_merged is 'The rows of meeting_countries as meetings give them.';

create view chancery.figure_countries_merged as
select f.id as figure_id, c.country::chancery.country_code as country
from chancery.figures f
cross join unnest(f.countries) c (country);
comment on view chancery.figure_countries_merged is 'The rows of figure_countries as figures give them.';

create view chancery.agreement_countries_merged as
select g.id as agreement_id, c.country::chancery.country_code as country
from chancery.agreements g
cross join unnest(g.countries) c (country);
comment on view chancery.agreement_countries_merged is 'The rows of agreement_countries as agreements give them.';

create view chancery.meeting_participants_merged as
select
    m.id as meeting_id, p.position::integer as position, p.person ->> 'name' as name,
    (p.person ->> 'country')::chancery.country_code as country, (p.person ->> 'office')::chancery.office as office
from chancery.meetings m
join chancery.meeting_reports r on r.id = m.report_id
cross join jsonb_array_elements(r.participants) with ordinality p (person, position);
comment on view chancery.meeting_participants_merged is
    'The rows of meeting_participants as the report behind each meeting gives them.';

create view chancery.people_merged as
select
    p.name,
    coalesce(array_agg(distinct p.country order by p.country) filter (where p.country is not null), '{}')
        ::chancery.country_codes as countries,
    coalesce(array_agg(distinct p.office::text order by p.office::text) filter (where p.office is not null), '{}')
        as offices,
    count(distinct p.meeting_id)::integer as meetings
from chancery.meeting_participants p
group by p.name;
comment on view chancery.people_merged is 'The rows of people as meeting_participants give them.';

-- A column means the same in a report, in its merged row and in the view that merges; it is explained once.
do $$
declare
    missing record;
begin
    for missing in
        with known (target, origin, rank) as (
            values
                ('meetings', 'meeting_reports', 2), ('meetings_merged', 'meetings', 1),
                ('meetings_merged', 'meeting_reports', 2),
                ('figures', 'meetings', 1), ('figures', 'figure_reports', 2), ('figures_merged', 'meetings', 1),
                ('figures_merged', 'figure_reports', 2),
                ('agreements', 'meetings', 1), ('agreements', 'agreement_reports', 2),
                ('agreements_merged', 'meetings', 1), ('agreements_merged', 'agreement_reports', 2),
                ('meeting_countries_merged', 'meeting_countries', 1),
                ('figure_countries_merged', 'figure_countries', 1),
                ('agreement_countries_merged', 'agreement_countries', 1),
                ('meeting_participants_merged', 'meeting_participants', 1),
                ('people_merged', 'people', 1)
        )
        select distinct on (k.target, t.attname)
            k.target, t.attname, col_description(o.attrelid, o.attnum) as text
        from known k
        join pg_attribute t on t.attrelid = ('chancery.' || k.target)::regclass and t.attnum > 0
        join pg_attribute o on o.attrelid = ('chancery.' || k.origin)::regclass and o.attname = t.attname
        where col_description(t.attrelid, t.attnum) is null
          and col_description(o.attrelid, o.attnum) is not null
        order by k.target, t.attname, k.rank
    loop
        execute format('comment on column chancery.%I.%I is %L', missing.target, missing.attname, missing.text);
    end loop;
end
$$;
