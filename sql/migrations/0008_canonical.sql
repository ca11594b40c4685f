-- What the merged rows show. Of the reports behind a row each value is the one that most of them give; those that
-- give none, or a date less precisely, do not vote. Of values that as many give it is the first by order. What took
-- place outweighs what was called off, and that what was planned; a document signed one in force, and that a planned
-- one. A row with one report is that report.

create function chancery.first_day(day text)
    returns date
    language sql
    immutable
    strict
    parallel safe
    return (day || substr('-01-01', length(day) - 3))::date;
comment on function chancery.first_day is 'The first day that 2024, 2024-11 or 2024-11-27 can be.';

create function chancery.last_day(day text)
    returns date
    language sql
    immutable
    strict
    parallel safe
    return case length(day)
        when 4 then (day || '-12-31')::date
        when 7 then ((day || '-01')::date + interval '1 month - 1 day')::date
        else day::date
    end;
comment on function chancery.last_day is 'The last day that 2024, 2024-11 or 2024-11-27 can be.';

create function chancery.merged_meetings(ids uuid[])
    returns setof chancery.meetings
    language sql
    stable
begin atomic
    with told as materialized (
        select
            r.meeting_id, r.kind, r.countries, r.orgs, r.level, r.visit, r.formats, r.status, r.date, r.date_from,
            r.date_to, r.place_city, r.place_country, r.host, r.id, r.article_id, a.published_on,
            num_nonnulls(r.level, r.visit, r.date, r.place_city, r.place_country, r.host)
                + jsonb_array_length(r.participants) + cardinality(r.formats) + cardinality(r.orgs)
                + coalesce(length(r.date), 0) as known,
            count(*) over (partition by r.meeting_id) as reports
        from chancery.meeting_reports r
        join chancery.articles a on a.id = r.article_id
        where r.meeting_id = any(ids)
    ),
    voted as (
        select
            t.meeting_id, min(t.kind) as kind, min(t.countries::text[]) as countries, min(t.orgs) as orgs,
            min(t.level) as level,
            mode() within group (order by t.visit) as visit,
            array_remove(
                array[
                    case when bool_or('narrow' = any(t.formats)) then 'narrow' end,
                    case when bool_or('extended' = any(t.formats)) then 'extended' end
                ], null) as formats,
            case
                when bool_or(t.status = 'held') then 'held'
                when bool_or(t.status = 'cancelled') then 'cancelled'
                else 'planned'
            end as status,
            coalesce(
                mode() within group (order by t.date) filter (where length(t.date) = 10),
                mode() within group (order by t.date) filter (where length(t.date) = 7),
                mode() within group (order by t.date)
            )::text as date,
            coalesce(
                mode() within group (order by array[t.place_city collate "C", t.place_country])
                    filter (where t.place_city is not null),
                mode() within group (order by array[null, t.place_country])
                    filter (where t.place_country is not null)
            ) as place,
            mode() within group (order by t.host) as host,
            count(*)::integer as reports,
            count(distinct t.article_id)::integer as articles,
            (array_agg(t.id order by t.known desc, t.published_on, t.article_id, t.id))[1] as report_id
        from told t
        where t.reports > 1
        group by t.meeting_id
    )
    select
        meeting_id, kind, countries, orgs, level, visit, formats, status, date, date_from, date_to, place_city,
        place_country, host, 1, 1, id
    from told
    where reports = 1
    union all
    select
        meeting_id, kind, countries, orgs, level, visit, formats, status, date, chancery.first_day(date),
        chancery.last_day(date), place[1], place[2], host, reports, articles, report_id
    from voted;
end;
comment on function chancery.merged_meetings is 'The rows of meetings with these ids, as the reports give them.';

create function chancery.merged_participants(ids uuid[])
    returns setof chancery.meeting_participants
    language sql
    stable
begin atomic
    with told as materialized (
        select r.meeting_id, r.participants, count(*) over (partition by r.meeting_id) as reports
        from chancery.meeting_reports r
        where r.meeting_id = any(ids)
    ),
    -- Somebody told twice is known by the last word of the name and, where it is given, the first letter.
    named as (
        select
            t.meeting_id, p.position, p.person ->> 'name' as name, p.person ->> 'country' as country,
            p.person ->> 'office' as office,
            translate(substring(p.person ->> 'name' from '[^[:space:]]+$'), 'ё', 'е') collate "C" as surname,
            substring(p.person ->> 'name' from '^([^[:space:]])[^[:space:]]*[[:space:]]') collate "C" as initial
        from told t
        cross join jsonb_array_elements(t.participants) with ordinality p (person, position)
        where t.reports > 1
    ),
    people as (
        select
            meeting_id, surname, initial,
            min(position) as position,
            mode() within group (order by country) as country,
            mode() within group (order by office) as office
        from named
        group by meeting_id, surname, initial
    ),
    -- The fullest form of a name, not the most used one.
    forms as (
        select distinct on (meeting_id, surname, initial)
            meeting_id, surname, initial, name
        from named
        group by meeting_id, surname, initial, name
        order by meeting_id, surname, initial, position('.' in name), count(*) desc, length(name) desc, name collate "C"
    ),
    listed as (
        select
            p.meeting_id,
            row_number() over (partition by p.meeting_id order by p.position, p.country, f.name collate "C") as position,
            f.name, p.country, p.office
        from people p
        join forms f on f.meeting_id = p.meeting_id
            and f.surname = p.surname
            and f.initial is not distinct from p.initial
        where p.initial is not null
           or not exists (
               select
               from people q
               where q.meeting_id = p.meeting_id
                 and q.surname = p.surname
                 and q.initial is not null
           )
    )
    select
        t.meeting_id, p.position::integer, p.person ->> 'name', p.person ->> 'country', p.person ->> 'office'
    from told t
    cross join jsonb_array_elements(t.participants) with ordinality p (person, position)
    where t.reports = 1
    union all
    select meeting_id, position::integer, name, country, office
    from listed;
end;
comment on function chancery.merged_participants is
    'The rows of meeting_participants of these meetings: everybody that a report names, each once, under the fullest name.';

create function chancery.merged_figures(ids uuid[])
    returns setof chancery.figures
    language sql
    stable
begin atomic
    with told as materialized (
        select
            r.figure_id, r.indicator, r.subject, r.value, r.value_max, r.unit, r.comparator, r.measure, r.direction,
            r.nature, r.period_from, r.period_to, r.countries, r.origin, r.destination, r.speaker, r.id, r.article_id,
            a.published_on,
            num_nonnulls(
                r.subject, r.value_max, r.direction, r.period_from, r.period_to, r.origin, r.destination, r.speaker
            ) + cardinality(r.countries) as known,
            count(*) over (partition by r.figure_id) as reports
        from chancery.figure_reports r
        join chancery.articles a on a.id = r.article_id
        where r.figure_id = any(ids)
    )
    select
        figure_id, indicator, subject, value, value_max, unit, comparator, measure, direction, nature, period_from,
        period_to, countries, origin, destination, speaker, 1, 1, id
    from told
    where reports = 1
    union all
    select
        figure_id, min(indicator), mode() within group (order by subject collate "C"), min(value), min(value_max),
        min(unit), mode() within group (order by comparator), min(measure), min(direction), min(nature),
        min(period_from), min(period_to), min(countries::text[]), min(origin), min(destination),
        mode() within group (order by speaker collate "C"), count(*)::integer, count(distinct article_id)::integer,
        (array_agg(id order by known desc, published_on, article_id, id))[1]
    from told
    where reports > 1
    group by figure_id;
end;
comment on function chancery.merged_figures is 'The rows of figures with these ids, as the reports give them.';

create function chancery.merged_agreements(ids uuid[])
    returns setof chancery.agreements
    language sql
    stable
begin atomic
    with told as materialized (
        select
            r.agreement_id, r.kind, r.title, r.status, r.countries, r.orgs, r.signed_on, r.signed_from, r.signed_to,
            r.count, r.value, r.unit, r.term_from, r.term_to, r.id, r.article_id, a.published_on,
            num_nonnulls(r.signed_on, r.count, r.value, r.unit, r.term_from, r.term_to)
                + cardinality(r.countries) + cardinality(r.orgs) + coalesce(length(r.signed_on), 0) as known,
            count(*) over (partition by r.agreement_id) as reports
        from chancery.agreement_reports r
        join chancery.articles a on a.id = r.article_id
        where r.agreement_id = any(ids)
    ),
    voted as (
        select
            t.agreement_id, min(t.kind) as kind, mode() within group (order by t.title collate "C") as title,
            case
                when bool_or(t.status = 'signed') then 'signed'
                when bool_or(t.status = 'existing') then 'existing'
                else 'planned'
            end as status,
            min(t.countries::text[]) as countries, min(t.orgs) as orgs,
            coalesce(
                mode() within group (order by t.signed_on) filter (where length(t.signed_on) = 10),
                mode() within group (order by t.signed_on) filter (where length(t.signed_on) = 7),
                mode() within group (order by t.signed_on)
            )::text as signed_on,
            mode() within group (order by t.count) as count,
            mode() within group (order by array[t.value::text, t.unit]) filter (where t.value is not null) as money,
            mode() within group (order by array[t.term_from, t.term_to])
                filter (where num_nonnulls(t.term_from, t.term_to) > 0) as term,
            count(*)::integer as reports,
            count(distinct t.article_id)::integer as articles,
            (array_agg(t.id order by t.known desc, t.published_on, t.article_id, t.id))[1] as report_id
        from told t
        where t.reports > 1
        group by t.agreement_id
    )
    select
        agreement_id, kind, title, status, countries, orgs, signed_on, signed_from, signed_to, count, value, unit,
        term_from, term_to, 1, 1, id
    from told
    where reports = 1
    union all
    select
        agreement_id, kind, title, status, countries, orgs, signed_on, chancery.first_day(signed_on),
        chancery.last_day(signed_on), count, money[1]::numeric, money[2], term[1], term[2], reports, articles, report_id
    from voted;
end;
comment on function chancery.merged_agreements is 'The rows of agreements with these ids, as the reports give them.';

create or replace view chancery.meetings_merged as
select *
from chancery.merged_meetings(array(select distinct meeting_id from chancery.meeting_reports));
create or replace view chancery.figures_merged as
select *
from chancery.merged_figures(array(select distinct figure_id from chancery.figure_reports));
create or replace view chancery.agreements_merged as
select *
from chancery.merged_agreements(array(select distinct agreement_id from chancery.agreement_reports));
drop view chancery.meeting_participants_merged;
create view chancery.meeting_participants_merged as
select *
from chancery.merged_participants(array(select distinct meeting_id from chancery.meeting_reports));
comment on view chancery.meeting_participants_merged is
    'The rows of meeting_participants as the reports give them; equal to meeting_participants after every load.';
comment on column chancery.meeting_participants_merged.meeting_id is 'The meeting.';
comment on column chancery.meeting_participants_merged.position is 'The order in which they are named, from 1.';
comment on column chancery.meeting_participants_merged.name is 'Nominative, given name first; a row of people.';
comment on column chancery.meeting_participants_merged.country is
    'The state represented; null for an organisation''s official.';
comment on column chancery.meeting_participants_merged.office is 'The office held.';

create view chancery.misjoined as
with blocks as (
    select array(
        select block_id
        from chancery.meeting_reports
        union
        select block_id
        from chancery.agreement_reports
    ) as ids
), joined as materialized (
    select j.*
    from blocks
    cross join chancery.joined_tellings(blocks.ids) j
)
select r.id as report_id, r.meeting_id as row_id, j.row_id as expected
from chancery.meeting_reports r
join joined j on j.telling_id = r.telling_id
where r.meeting_id <> j.row_id
union all
select r.id, r.agreement_id, j.row_id
from chancery.agreement_reports r
join joined j on j.telling_id = r.telling_id
where r.agreement_id <> j.row_id;
comment on view chancery.misjoined is
    'Reports that lead to another row than joined_tellings says; none after every load by the rules of this version.';
comment on column chancery.misjoined.report_id is 'The report.';
comment on column chancery.misjoined.row_id is 'The row of meetings or agreements it leads to.';
comment on column chancery.misjoined.expected is 'The row it belongs to.';

comment on column chancery.meetings.id is
    'UUID version 5 over what the first of its reports by order says; a reload of the same articles gives the same.';
comment on column chancery.meetings.report_id is
    'The report whose words the registers show: the one with most values known, then of the earliest article.';
comment on column chancery.figures.report_id is
    'The report whose words the registers show: the one with most values known, then of the earliest article.';
comment on column chancery.agreements.report_id is
    'The report whose words the registers show: the one with most values known, then of the earliest article.';
comment on column chancery.meetings.status is
    'held when any report says so, else cancelled when any report says so, else planned.';
comment on column chancery.agreements.status is
    'signed when any report says so, else existing when any report says so, else planned.';
