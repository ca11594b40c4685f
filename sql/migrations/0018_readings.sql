-- Readings that were too wide or too narrow: a row of trade with nothing but a possibility, one person under several
-- spellings, and all guests of a summit as one visit.

create or replace view chancery.trade_by_year as
with pairs as (
    select figure_id, min(country) as country_a, max(country) as country_b
    from chancery.figure_countries
    group by figure_id
    having count(*) = 2
), trade as (
    select f.*, p.country_a, p.country_b, extract(year from f.period_to)::integer as year
    from chancery.figures f
    join pairs p on p.figure_id = f.id
    where f.indicator = 'trade_turnover'
      and f.measure = 'level'
      and f.unit ~ '^[A-Z]{3}$'
      and f.period_to is not null
), stated as (
    select
        t.*,
        row_number() over (
            partition by t.country_a, t.country_b, t.year, t.unit, t.nature
            order by t.period_to - t.period_from desc nulls last, t.reports desc, t.value desc, t.id
        ) as rank,
        count(*) over (
            partition by t.country_a, t.country_b, t.year, t.unit, t.nature
        ) as stated
    from trade t
), sources as (
    select
        t.country_a, t.country_b, t.year, t.unit,
        array_agg(distinct a.source order by a.source) filter (where a.source is not null) as sources
    from trade t
    join chancery.figure_reports r on r.figure_id = t.id
    join chancery.articles a on a.id = r.article_id
    group by t.country_a, t.country_b, t.year, t.unit
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
    sum(reports)::integer as reports,
    round(
        100 * max(value) filter (where nature = 'actual') / nullif(max(value) filter (where nature = 'target'), 0), 1
    ) as percent_of_target,
    coalesce(max(s.sources), '{}') as sources,
    (array_agg(id) filter (where nature = 'actual'))[1] as actual_id,
    (array_agg(id) filter (where nature = 'target'))[1] as target_id
from stated
left join sources s using (country_a, country_b, year, unit)
where rank = 1
group by country_a, country_b, year, unit
having bool_or(nature in ('actual', 'target'));
comment on view chancery.trade_by_year is
    'Trade turnover of each pair of countries and year, with the target due that year beside what was reached. What is only said to be possible makes no row of its own: see figures.';

create view chancery.person_names as
with parsed as (
    select
        p.name, p.meetings, p.countries, translate(substring(p.name from '[^[:space:]]+$'), 'ё', 'е') as surname,
        translate(substring(p.name from '^([^[:space:].]{2,})[[:space:]]'), 'ё', 'е') as given,
        translate(substring(p.name from '[[:space:]](.*)[[:space:]]'), 'ё', 'е') as middle,
        left(p.name, 1) as letter,
        p.name !~ '[[:space:].]' as is_bare
    from chancery.people p
),
-- One given name and surname of one state is one person, unless what stands between them differs.
whole as (
    select
        p.*,
        case
            when min(p.middle) over same = max(p.middle) over same or max(p.middle) over same is null
                then first_value(p.name) over (same order by p.meetings desc, length(p.name) desc, p.name)
            else p.name
        end as person
    from parsed p
    where p.given is not null
    window same as (partition by p.surname, p.given, p.countries[1])
)
select name, person
from whole
union all
-- An initial, or a surname alone, goes with the one person of the same state that it can be.
select p.name, case when count(distinct w.person) = 1 then min(w.person) else p.name end
from parsed p
left join whole w
    on w.surname = p.surname
   and (p.is_bare or left(w.given, 1) = translate(p.letter, 'ё', 'е'))
   and (w.countries::text[] && p.countries::text[] or cardinality(w.countries) + cardinality(p.countries) = 0)
where p.given is null
group by p.name;
comment on view chancery.person_names is
    'Under which name a person is counted who is written in several ways: the name of most meetings, of as many the longest. Who has one surname, given name and state is one person, unless what stands between them differs; an initial, or a surname alone, goes with the one person of its states that it can be.';
comment on column chancery.person_names.name is 'As articles name the person; a row of people.';
comment on column chancery.person_names.person is 'The name that stands for all spellings.';

create or replace view chancery.who_met_whom as
with participants as materialized (
    select p.meeting_id, p.country, n.person
    from chancery.meeting_participants p
    join chancery.person_names n on n.name = p.name
)
select
    a.person, b.person as counterpart,
    coalesce(array_agg(distinct a.country order by a.country) filter (where a.country is not null), '{}')
        ::chancery.country_codes as person_countries,
    coalesce(array_agg(distinct b.country order by b.country) filter (where b.country is not null), '{}')
        ::chancery.country_codes as counterpart_countries,
    count(distinct m.id) filter (where m.status = 'held') as held,
    count(distinct m.id) filter (where m.status = 'planned') as planned,
    count(distinct m.id) filter (where m.status = 'cancelled') as cancelled,
    min(m.date_from) filter (where m.status = 'held') as first_on,
    max(m.date_from) filter (where m.status = 'held') as last_on,
    array_agg(distinct m.id order by m.id) as meeting_ids
from chancery.meetings m
join participants a on a.meeting_id = m.id
join participants b on b.meeting_id = m.id and b.person <> a.person
where a.country is distinct from b.country
group by a.person, b.person;
comment on view chancery.who_met_whom is
    'Who of different states met whom, and how often, however they are written: see person_names. Each pair stands twice, so that one condition finds a person.';

create or replace view chancery.visits as
with calls as (
    -- Of several guests each is on a visit of its own.
    select m.*, array[g.country]::chancery.country_codes as guests, coalesce(length(m.date) = 10, false) as has_day
    from chancery.meetings m
    cross join lateral unnest(array_remove(m.countries::text[], m.host::text)) g (country)
    where m.host is not null
      and m.host = any(m.countries)
      and (m.kind = 'visit' or m.visit is not null)
), days as (
    -- A visit goes on while the next of its meetings is at most two days after the one before. Those whose day is not
    -- known are one visit when they are told for the same month or year, or by the same article.
    select
        c.*,
        c.date_from - lag(c.date_from) over same > 2 as is_new
    from calls c
    where c.has_day
    window same as (partition by c.host, c.guests, c.status order by c.date_from, c.id)
), grouped as (
    select
        d.id, d.host, d.guests, d.status, d.kind, d.visit, d.level, d.date, d.date_from, d.date_to, d.place_city,
        (count(*) filter (where d.is_new) over (
            partition by d.host, d.guests, d.status
            order by d.date_from, d.id
        ))::text as visit_number
    from days d
    union all
    select
        c.id, c.host, c.guests, c.status, c.kind, c.visit, c.level, c.date, c.date_from, c.date_to, c.place_city,
        coalesce(c.date::text, r.article_id)
    from calls c
    join chancery.meeting_reports r on r.id = c.report_id
    where not c.has_day
), whole as (
    select
        g.host, g.guests, g.status,
        (array_agg(g.visit order by g.date_from, g.id) filter (where g.visit is not null))[1] as visit,
        min(g.date_from) as date_from,
        max(g.date_to) as date_to,
        bool_and(length(g.date) = 10) as is_dated,
        array_agg(distinct g.place_city order by g.place_city) filter (where g.place_city is not null) as cities,
        array_agg(g.id order by g.date_from, g.id) as meeting_ids
    from grouped g
    group by g.host, g.guests, g.status, g.visit_number
)
select
    w.guests, w.host, w.status, w.visit, w.date_from, w.date_to, coalesce(w.is_dated, false) as is_dated,
    coalesce(w.cities, '{}') as cities, p.people, w.meeting_ids, coalesce(a.agreements, 0) as agreements, a.titles,
    coalesce(a.ids, '{}') as agreement_ids, coalesce(f.figures, 0) as figures, coalesce(f.ids, '{}') as figure_ids
from whole w
left join lateral (
    select string_agg(distinct p.name, ', ' order by p.name) as people
    from chancery.meeting_participants p
    where p.meeting_id = any(w.meeting_ids)
      and p.country = any(w.guests::text[])
) p on true
left join lateral (
    select
        count(*) as agreements,
        string_agg(g.title, '; ' order by g.title, g.id) as titles,
        array_agg(g.id order by g.id) as ids
    from (
        select distinct r.agreement_id
        from chancery.meeting_reports m
        join chancery.agreement_reports r on r.article_id = m.article_id
        where m.meeting_id = any(w.meeting_ids)
    ) told
    join chancery.agreements g on g.id = told.agreement_id
    where g.status = case w.status when 'held' then 'signed' else 'planned' end
      and w.host = any(g.countries)
      and (
          g.countries::text[] <@ (w.guests::text[] || w.host::text)
          -- One of more states is the visit's when all of them were at one of its meetings.
          or w.guests::text[] <@ g.countries::text[]
          and exists (
              select
              from chancery.meetings m
              where m.id = any(w.meeting_ids)
                and g.countries::text[] <@ m.countries::text[]
          )
      )
) a on true
left join lateral (
    select count(*) as figures, array_agg(f.id order by f.id) as ids
    from (
        select distinct r.figure_id
        from chancery.meeting_reports m
        join chancery.figure_reports r on r.article_id = m.article_id
        where m.meeting_id = any(w.meeting_ids)
    ) told
    join chancery.figures f on f.id = told.figure_id
    where f.countries::text[] <@ (w.guests::text[] || w.host::text)
      and w.guests::text[] && f.countries::text[]
) f on true;
comment on view chancery.visits is
    'Visits of one state to another, the meetings of one made into one row while they are no more than two days apart, with the documents and figures that the same articles tell of those states. A meeting of several guests is part of the visit of each.';
comment on column chancery.visits.guests is 'The visiting state: one, in an array.';
comment on column chancery.visits.agreements is
    'How many documents of the two states, and of others only if those were at one of its meetings, the same articles tell: signed ones, of a visit to come planned ones.';
