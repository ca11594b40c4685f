create view chancery.trade_by_year as
with pairs as (
    select figure_id, min(country) as country_a, max(country) as country_b
    from chancery.figure_countries
    group by figure_id
    having count(*) = 2
), stated as (
    select
        p.country_a, p.country_b, extract(year from f.period_to)::integer as year, f.unit, f.nature, f.value,
        f.comparator, f.period_from, f.period_to, f.reports,
        row_number() over (
            partition by p.country_a, p.country_b, extract(year from f.period_to), f.unit, f.nature
            order by f.period_to - f.period_from desc nulls last, f.reports desc, f.value desc, f.id
        ) as rank,
        count(*) over (
            partition by p.country_a, p.country_b, extract(year from f.period_to), f.unit, f.nature
        ) as stated
    from chancery.figures f
    join pairs p on p.figure_id = f.id
    where f.indicator = 'trade_turnover'
      and f.measure = 'level'
      and f.unit ~ '^[A-Z]{3}$'
      and f.period_to is not null
)
select
    country_a, country_b, year, unit,
    max(value) filter (where nature = 'actual') as actual,
    max(comparator) filter (where nature = 'actual') as actual_comparator,
    max(period_from) filter (where nature = 'actual') as actual_from,
    max(period_to) filter (where nature = 'actual') as actual_to,
    max(value) filter (where nature = 'target') as target,
    max(value) filter (where nature = 'potential') as potential,
    coalesce(max(stated) filter (where nature = 'actual'), 0) as actual_figures,
    sum(reports)::integer as reports
from stated
where rank = 1
group by country_a, country_b, year, unit;
comment on view chancery.trade_by_year is
    'Trade turnover of each pair of countries and year, with the target due that year beside what was reached.';
comment on column chancery.trade_by_year.country_a is 'The first of the pair by code.';
comment on column chancery.trade_by_year.country_b is 'The second of the pair by code.';
comment on column chancery.trade_by_year.year is 'The year in which the time measured ends, or the target is due.';
comment on column chancery.trade_by_year.unit is 'The currency.';
comment on column chancery.trade_by_year.actual is
    'What was reached: of several figures the one over the longest time, then the one most reported, then the largest.';
comment on column chancery.trade_by_year.actual_comparator is 'How exactly it is told: eq, approx, gt, lt.';
comment on column chancery.trade_by_year.actual_from is 'First day of the time that actual measures; it can be less than the year.';
comment on column chancery.trade_by_year.actual_to is 'Last day of the time that actual measures.';
comment on column chancery.trade_by_year.target is 'What was to be reached by the end of the year.';
comment on column chancery.trade_by_year.potential is 'What was said to be possible by the end of the year.';
comment on column chancery.trade_by_year.actual_figures is 'How many different figures are stated as reached; above 1 see figures.';
comment on column chancery.trade_by_year.reports is 'How many reports are behind the row.';

create view chancery.meetings_by_pair as
select
    a.country as country_a, b.country as country_b, extract(year from m.date_from)::integer as year, m.level, m.status,
    count(*) as meetings,
    min(m.date_from) as first_on,
    max(m.date_from) as last_on
from chancery.meetings m
join chancery.meeting_countries a on a.meeting_id = m.id
join chancery.meeting_countries b on b.meeting_id = m.id and b.country > a.country
group by a.country, b.country, extract(year from m.date_from), m.level, m.status;
comment on view chancery.meetings_by_pair is 'How often each pair of countries met, by year, level and status.';
comment on column chancery.meetings_by_pair.country_a is 'The first of the pair by code.';
comment on column chancery.meetings_by_pair.country_b is 'The second of the pair by code.';
comment on column chancery.meetings_by_pair.year is 'The year, null when no date is known.';
comment on column chancery.meetings_by_pair.level is 'The highest level taking part, null when not told.';
comment on column chancery.meetings_by_pair.status is 'held, planned or cancelled.';
comment on column chancery.meetings_by_pair.meetings is 'How many, those with further countries included.';
comment on column chancery.meetings_by_pair.first_on is 'The first day of the earliest.';
comment on column chancery.meetings_by_pair.last_on is 'The first day of the latest.';

create view chancery.meeting_register as
select
    m.id, m.kind, m.status, m.level, m.visit, m.date, m.date_from, m.date_to, m.place_city, m.place_country, m.host,
    m.countries, m.orgs,
    (
        select string_agg(p.name, ', ' order by p.position)
        from chancery.meeting_participants p
        where p.meeting_id = m.id
    ) as participants,
    m.reports, m.articles, r.quote, r.sentence, r.article_id, r.char_start, r.char_end, a.published_on, a.source, a.url
from chancery.meetings m
join chancery.meeting_reports r on r.id = m.report_id
join chancery.articles a on a.id = r.article_id;
comment on view chancery.meeting_register is 'Meetings with who took part and the words that say so.';
comment on column chancery.meeting_register.participants is 'The principals who are named, in their order.';

create view chancery.figure_register as
select
    f.id, f.indicator, f.subject, f.comparator, f.value, f.value_max, f.unit, f.measure, f.direction, f.nature,
    f.period_from, f.period_to, f.countries, f.origin, f.destination, f.speaker,
    f.reports, f.articles, r.quote, r.sentence, r.article_id, r.char_start, r.char_end, a.published_on, a.source, a.url
from chancery.figures f
join chancery.figure_reports r on r.id = f.report_id
join chancery.articles a on a.id = r.article_id;
comment on view chancery.figure_register is 'Figures with the words that say so.';

create view chancery.agreement_register as
select
    g.id, g.kind, g.title, g.status, g.countries, g.orgs, g.signed_on, g.signed_from, g.signed_to, g.count, g.value,
    g.unit, g.term_from, g.term_to,
    g.reports, g.articles, r.quote, r.sentence, r.article_id, r.char_start, r.char_end, a.published_on, a.source, a.url
from chancery.agreements g
join chancery.agreement_reports r on r.id = g.report_id
join chancery.articles a on a.id = r.article_id;
comment on view chancery.agreement_register is 'Documents with their parties, dates and terms and the words that say so.';

create view chancery.freshness as
select
    a.source,
    count(*) as articles,
    min(a.published_on) as first_on,
    max(a.published_on) as newest_on,
    count(*) filter (where a.published_on is null) as undated,
    count(*) filter (where not exists (
        select
        from chancery.meeting_reports r
        where r.article_id = a.id
    ) and not exists (
        select
        from chancery.figure_reports r
        where r.article_id = a.id
    ) and not exists (
        select
        from chancery.agreement_reports r
        where r.article_id = a.id
    )) as without_facts
from chancery.articles a
group by a.source;
comment on view chancery.freshness is 'How much there is of each source, and how new it is.';
comment on column chancery.freshness.source is 'The outlet, null where records name none.';
comment on column chancery.freshness.articles is 'How many articles.';
comment on column chancery.freshness.first_on is 'Publication day of the oldest.';
comment on column chancery.freshness.newest_on is 'Publication day of the newest.';
comment on column chancery.freshness.undated is 'How many have no date.';
comment on column chancery.freshness.without_facts is 'How many say nothing of meetings, figures or agreements.';

create view chancery.reject_summary as
select
    reason, count(*) as rejects, min(first_seen) as since, max(last_seen) as last_seen, min(source) as example
from chancery.rejects
group by reason;
comment on view chancery.reject_summary is 'What could not be read, by reason.';
comment on column chancery.reject_summary.reason is 'Why.';
comment on column chancery.reject_summary.rejects is 'How many.';
comment on column chancery.reject_summary.since is 'When the oldest of them was first found.';
comment on column chancery.reject_summary.last_seen is 'When the latest of them was last found.';
comment on column chancery.reject_summary.example is 'One of the sources.';

-- The registers show columns of three tables each, which are explained there.
do $$
declare
    missing record;
begin
    for missing in
        with known (target, origin, rank) as (
            values
                ('meeting_register', 'meetings', 1), ('meeting_register', 'meeting_reports', 2),
                ('figure_register', 'figures', 1), ('figure_register', 'figure_reports', 2),
                ('agreement_register', 'agreements', 1), ('agreement_register', 'agreement_reports', 2),
                ('meeting_register', 'articles', 3), ('figure_register', 'articles', 3), ('agreement_register', 'articles', 3)
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
