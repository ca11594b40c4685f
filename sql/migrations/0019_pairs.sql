-- What is counted for a pair of states: a summit is one meeting and not one for every pair, the trade of a part is not that
-- of the whole, and a visit is that of the state of which it is told.

create or replace view chancery.meetings_by_pair as
select
    a.country as country_a, b.country as country_b, extract(year from m.date_from)::integer as year, m.level, m.status,
    count(*) as meetings,
    min(m.date_from) as first_on,
    max(m.date_from) as last_on,
    count(*) filter (where cardinality(m.countries) > 2) as multilateral
from chancery.meetings m
join chancery.meeting_countries a on a.meeting_id = m.id
join chancery.meeting_countries b on b.meeting_id = m.id and b.country > a.country
group by a.country, b.country, extract(year from m.date_from), m.level, m.status;
comment on column chancery.meetings_by_pair.meetings is
    'How many, those with further countries included; without them: meetings - multilateral.';
comment on column chancery.meetings_by_pair.multilateral is
    'How many of them were of more than two countries. One summit stands here once for every pair of those taking part: do not add these up over pairs.';

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
    array_agg(distinct m.id order by m.id) as meeting_ids,
    count(distinct m.id) filter (where m.status = 'held' and cardinality(m.countries) > 2) as multilateral
from chancery.meetings m
join participants a on a.meeting_id = m.id
join participants b on b.meeting_id = m.id and b.person <> a.person
where a.country is distinct from b.country
group by a.person, b.person;
comment on column chancery.who_met_whom.held is
    'Meetings that took place with both of them; between the two sides alone: held - multilateral.';
comment on column chancery.who_met_whom.multilateral is
    'How many of held were of more than two countries, such as a summit that both took part in.';

-- Of several figures of one time those below half of the largest are of a part: of a sector, a region, one side's goods.
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
), parted as (
    select
        t.*,
        t.value < max(t.value) over (
            partition by t.country_a, t.country_b, t.year, t.unit, t.nature, t.period_from, t.period_to
        ) / 2 as is_part
    from trade t
), stated as (
    select
        t.*,
        row_number() over (
            partition by t.country_a, t.country_b, t.year, t.unit, t.nature
            order by t.period_to - t.period_from desc nulls last, t.is_part, t.reports desc, t.value desc, t.id
        ) as rank,
        count(*) over (
            partition by t.country_a, t.country_b, t.year, t.unit, t.nature
        ) as stated
    from parted t
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
    (array_agg(id) filter (where nature = 'target'))[1] as target_id,
    max(subject) filter (where nature = 'actual') as actual_subject,
    max(subject) filter (where nature = 'target') as target_subject
from stated
left join sources s using (country_a, country_b, year, unit)
where rank = 1
group by country_a, country_b, year, unit
having bool_or(nature in ('actual', 'target'));
comment on column chancery.trade_by_year.actual is
    'What was reached: of several figures the one over the longest time; of those the one most reported, unless another is more than twice as large, then the largest.';
comment on column chancery.trade_by_year.reports is 'How many reports state the amounts that are shown.';
comment on column chancery.trade_by_year.actual_subject is
    'What actual measures, in the article''s words: where nothing else is told, this can be the trade in some goods or of a region.';
comment on column chancery.trade_by_year.target_subject is 'What target measures, in the article''s words.';

create or replace view chancery.targets as
select
    t.id as figure_id, t.indicator, t.countries, t.origin, t.destination, t.subject, t.unit, t.comparator, t.value,
    t.value_max, t.period_to as due_on, t.speaker, w.stated_on, w.sources, l.value as latest, l.period_from as latest_from,
    l.period_to as latest_to,
    round(100 * l.value / nullif(t.value, 0), 1) as percent_reached,
    case
        when t.comparator = 'lt' then null
        when l.value >= t.value * case t.comparator when 'approx' then 0.95 else 1 end then 'reached'
        when t.period_to >= current_date then 'open'
        when l.is_of_due_time then 'missed'
        else 'unknown'
    end as outcome,
    t.reports, l.id as latest_id
from chancery.figures t
join lateral (
    select
        min(a.published_on) as stated_on,
        coalesce(array_agg(distinct a.source order by a.source) filter (where a.source is not null), '{}') as sources
    from chancery.figure_reports r
    join chancery.articles a on a.id = r.article_id
    where r.figure_id = t.id
) w on true
left join lateral (
    -- The latest whole year's amount; part of a year is shown only where it already is enough or no whole year is told.
    select
        f.id, f.value, f.period_from, f.period_to,
        f.period_to = t.period_to and f.period_from <= date_trunc('year', t.period_to) as is_of_due_time
    from (values (true), (false)) y (is_whole)
    cross join lateral (
        select f.*
        from chancery.figures f
        where f.indicator = t.indicator
          and f.countries = t.countries
          and f.origin is not distinct from t.origin
          and f.destination is not distinct from t.destination
          and f.unit = t.unit
          and f.measure = 'level'
          and f.nature = 'actual'
          and f.period_to <= t.period_to
          and (t.indicator in ('trade_turnover', 'gdp') or lower(f.subject) = lower(t.subject))
          and (
              not y.is_whole
              or f.period_from <= date_trunc('year', f.period_to)
              and f.period_to = date_trunc('year', f.period_to) + interval '1 year - 1 day'
          )
        order by f.period_to desc
        fetch first 1 row with ties
    ) f
    order by
        y.is_whole or f.value >= t.value desc, f.period_to desc, f.period_to - f.period_from desc nulls last,
        f.value < max(f.value) over (partition by f.period_from, f.period_to) / 2, f.reports desc, f.value desc, f.id
    limit 1
) l on true
where t.nature = 'target'
  and t.measure = 'level'
  and t.period_to is not null;
comment on column chancery.targets.latest is
    'What was reached: the amount told for the latest whole year until due_on; of part of a year where that is enough already, or no whole year is told.';

create or replace view chancery.visits as
with calls as (
    select
        m.*, array[g.country]::chancery.country_codes as guests, m.status = 'cancelled' as is_off,
        coalesce(length(m.date) = 10, false) as has_day,
        -- Of several guests the one of whom it is told is on the visit: a summit within it is not a visit of all the others.
        m.kind = 'visit'
            or m.visit is not null
            and (
                cardinality(m.countries) = 2
                or g.country = all (array(
                    select p.country
                    from chancery.meeting_participants p
                    where p.meeting_id = m.id
                      and p.country is distinct from m.host
                ))
                and exists (
                    select
                    from chancery.meeting_participants p
                    where p.meeting_id = m.id
                      and p.country = g.country
                )
            ) as is_told
    from chancery.meetings m
    cross join lateral unnest(array_remove(m.countries::text[], m.host::text)) g (country)
    where m.host is not null
      and m.host = any(m.countries)
      and m.kind <> 'call'
), days as (
    -- A visit goes on while the next of its meetings is at most two days after the one before, whether it was held
    -- already or still to come when it was told.
    select
        c.id, c.host, c.guests, c.is_off, c.date_from, c.date_to,
        c.date_from - lag(c.date_from) over same > 2 as is_new
    from calls c
    where (c.is_told or c.visit is not null)
      and c.has_day
    window same as (partition by c.host, c.guests, c.is_off order by c.date_from, c.id)
), numbered as (
    select
        d.*,
        (count(*) filter (where d.is_new) over (
            partition by d.host, d.guests, d.is_off
            order by d.date_from, d.id
        ))::text as visit_number
    from days d
), spans as (
    select n.host, n.guests, n.is_off, n.visit_number, min(n.date_from) as date_from, max(n.date_to) as date_to
    from numbered n
    group by n.host, n.guests, n.is_off, n.visit_number
), grouped as (
    -- Whatever else the two had at the host's on its days is part of it.
    select
        c.id, c.host, c.guests, c.is_off, c.status, c.visit, c.date, c.date_from, c.date_to, c.place_city, c.is_told,
        s.visit_number
    from calls c
    join spans s
        on s.host = c.host
       and s.guests = c.guests
       and s.is_off = c.is_off
       and c.date_from between s.date_from and s.date_to
    where c.has_day
    union all
    -- Those whose day is not known are one visit when they are told for the same month or year, or by the same article.
    select
        c.id, c.host, c.guests, c.is_off, c.status, c.visit, c.date, c.date_from, c.date_to, c.place_city, c.is_told,
        c.status || ' ' || coalesce(c.date::text, r.article_id)
    from calls c
    join chancery.meeting_reports r on r.id = c.report_id
    where not c.has_day
      and (c.is_told or c.visit is not null)
), whole as (
    select
        g.host, g.guests, coalesce(max(g.status) filter (where g.status = 'held'), max(g.status))::chancery.meeting_status as status,
        (array_agg(g.visit order by g.date_from, g.id) filter (where g.visit is not null and g.is_told))[1] as visit,
        min(g.date_from) as date_from,
        max(g.date_to) as date_to,
        bool_and(length(g.date) = 10) as is_dated,
        array_agg(distinct g.place_city order by g.place_city) filter (where g.place_city is not null) as cities,
        array_agg(g.id order by g.date_from, g.id) as meeting_ids
    from grouped g
    group by g.host, g.guests, g.is_off, g.visit_number
    having bool_or(g.is_told)
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
    'Visits of one state to another. The meetings of one are one row while they are no more than two days apart, together with what else the two had there on those days, and with the documents and figures that the same articles tell of those states. A summit is the visit of a guest only if it is told of that guest alone; of a guest on a visit it is part of that.';
comment on column chancery.visits.status is
    'held, as soon as one of its meetings was; else planned. One that was called off is a row of its own, cancelled.';
comment on column chancery.visits.visit is 'state, official or working, where an article says so of this guest.';
comment on column chancery.visits.date_to is 'The last day that its last meeting can be, those still to come included.';

comment on column chancery.articles.id is
    'The record''s own id, the guid or link of a feed''s item, or the path of a text or page below the folder that was read.';
