-- Views that answer an analyst's questions. Nothing here is stored, and nothing depends on what was loaded when.

create index figures_series
    on chancery.figures (countries, indicator, period_to);

create function chancery.least_meant(value numeric, comparator text)
returns numeric
language sql
immutable
parallel safe
return case
    when comparator = 'lt' then '-Infinity'::numeric
    when comparator = 'gt' then value
    when comparator = 'approx' then value - abs(value) * 0.05
    else value - least(
        abs(value) * 0.05,
        0.5 * 10::numeric ^ case
            when scale(trim_scale(value)) > 0 then -scale(trim_scale(value))
            else length(trim_scale(value)::text) - length(rtrim(trim_scale(value)::text, '0'))
        end
    )
end;
comment on function chancery.least_meant(numeric, text) is
    'The least that a stated number can mean: "12,5" is 12.45 or more, but no number is rounded by more than 5 %, "about" leaves 5 %, "less than" has no lower end.';

create function chancery.most_meant(value numeric, comparator text)
returns numeric
language sql
immutable
parallel safe
return case
    when comparator = 'gt' then 'Infinity'::numeric
    when comparator = 'lt' then value
    when comparator = 'approx' then value + abs(value) * 0.05
    else 2 * value - chancery.least_meant(value, comparator)
end;
comment on function chancery.most_meant(numeric, text) is
    'The most that a stated number can mean; see least_meant.';

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
group by country_a, country_b, year, unit;
comment on column chancery.trade_by_year.percent_of_target is 'What part of the target was reached, in percent.';
comment on column chancery.trade_by_year.sources is 'The outlets that state any of it, by name.';
comment on column chancery.trade_by_year.actual_id is 'The row of figures that actual is from.';
comment on column chancery.trade_by_year.target_id is 'The row of figures that target is from.';

create view chancery.growth_claims as
with claims as (
    select
        f.*,
        case
            when f.unit = 'percent' and f.direction = 'up' then f.value
            when f.unit = 'percent' then -f.value
            when f.direction = 'up' then (f.value - 1) * 100
            else (1 / nullif(f.value, 0) - 1) * 100
        end as claimed_percent
    from chancery.figures f
    where f.measure = 'change'
      and f.unit in ('percent', 'times')
      and f.direction is not null
      and f.nature = 'actual'
      and f.period_from is not null
      and f.period_to is not null
)
select
    c.id as figure_id, c.indicator, c.countries, c.origin, c.destination, c.subject, c.period_from, c.period_to,
    c.comparator, round(c.claimed_percent, 1) as claimed_percent, l.unit, l.level_before, l.level_now,
    round(100 * (l.level_now / l.level_before - 1), 1) as implied_percent,
    case
        when l.level_now is null then null
        when c.comparator = 'gt' then abs(100 * (l.level_now / l.level_before - 1)) >= abs(c.claimed_percent) - 1
        when c.comparator = 'lt' then abs(100 * (l.level_now / l.level_before - 1)) <= abs(c.claimed_percent) + 1
        else abs(100 * (l.level_now / l.level_before - 1) - c.claimed_percent)
            <= greatest(1, case c.comparator when 'approx' then abs(c.claimed_percent) * 0.05 else 0 end)
    end as agrees,
    l.subject_before, l.subject_now, l.id_before, l.id_now, c.reports
from claims c
left join lateral (
    select
        n.unit, b.value as level_before, n.value as level_now, b.subject as subject_before,
        n.subject as subject_now, b.id as id_before, n.id as id_now
    from chancery.figures n
    join chancery.figures b
        on b.indicator = n.indicator
       and b.unit = n.unit
       and b.countries = n.countries
       and b.origin is not distinct from n.origin
       and b.destination is not distinct from n.destination
    where n.indicator = c.indicator
      and n.countries = c.countries
      and n.origin is not distinct from c.origin
      and n.destination is not distinct from c.destination
      and n.measure = 'level'
      and n.nature = 'actual'
      and n.unit not in ('percent', 'times')
      and n.period_from = c.period_from
      and n.period_to = c.period_to
      and b.measure = 'level'
      and b.nature = 'actual'
      and b.value > 0
      and b.period_from = (c.period_from - interval '1 year')::date
      and b.period_to = (c.period_to - interval '1 year')::date
    order by
        exists (
            select
            from chancery.figure_reports r
            join chancery.figure_reports q on q.article_id = r.article_id
            where r.figure_id = c.id
              and q.figure_id = n.id
        ) desc,
        lower(n.subject) is not distinct from lower(c.subject) desc,
        lower(b.subject) is not distinct from lower(n.subject) desc,
        n.reports + b.reports desc,
        n.id,
        b.id
    limit 1
) l on true;
comment on view chancery.growth_claims is
    'What is said to have grown or shrunk against the year before, beside the growth that the stated levels imply.';
comment on column chancery.growth_claims.figure_id is 'The row of figures with the claim.';
comment on column chancery.growth_claims.claimed_percent is
    'The growth that is claimed, in percent, below 0 for a fall; "in two times" is 100.';
comment on column chancery.growth_claims.unit is 'What the two levels count.';
comment on column chancery.growth_claims.level_before is
    'The level stated for the same time a year before; null when none is, or none for the time itself.';
comment on column chancery.growth_claims.level_now is
    'The level stated for the time of the claim: of several the one in the article that claims, then of the same subject.';
comment on column chancery.growth_claims.implied_percent is 'The growth from level_before to level_now, in percent.';
comment on column chancery.growth_claims.agrees is
    'Whether the two come within a percentage point, of "about" within a twentieth; null when there is nothing to compare.';
comment on column chancery.growth_claims.subject_before is 'What level_before measures, in the article''s words.';
comment on column chancery.growth_claims.subject_now is 'What level_now measures, in the article''s words.';
comment on column chancery.growth_claims.id_before is 'The row of figures that level_before is from.';
comment on column chancery.growth_claims.id_now is 'The row of figures that level_now is from.';

create view chancery.who_met_whom as
select
    a.name as person, b.name as counterpart,
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
join chancery.meeting_participants a on a.meeting_id = m.id
join chancery.meeting_participants b on b.meeting_id = m.id and b.name <> a.name
where a.country is distinct from b.country
group by a.name, b.name;
comment on view chancery.who_met_whom is
    'Who of different states met whom, and how often. Each pair stands twice, so that one condition finds a person.';
comment on column chancery.who_met_whom.person is 'One of the two.';
comment on column chancery.who_met_whom.counterpart is 'The other.';
comment on column chancery.who_met_whom.person_countries is 'What person represented then, sorted; empty for an organisation.';
comment on column chancery.who_met_whom.counterpart_countries is
    'What counterpart represented then, sorted; empty for an organisation.';
comment on column chancery.who_met_whom.held is 'Meetings that took place with both of them.';
comment on column chancery.who_met_whom.planned is 'Meetings planned with both of them.';
comment on column chancery.who_met_whom.cancelled is 'Meetings called off.';
comment on column chancery.who_met_whom.first_on is 'The first day that the earliest held can be.';
comment on column chancery.who_met_whom.last_on is 'The first day that the latest held can be.';
comment on column chancery.who_met_whom.meeting_ids is 'The rows of meetings, by id.';

create view chancery.visits as
with calls as (
    select
        m.*,
        array_remove(m.countries::text[], m.host::text)::chancery.country_codes as guests,
        coalesce(length(m.date) = 10, false) as has_day
    from chancery.meetings m
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
      and g.countries::text[] <@ (w.guests::text[] || w.host::text)
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
    'Visits, the meetings of one made into one row while they are no more than two days apart, with the documents and figures that the same articles tell of those states.';
comment on column chancery.visits.guests is 'The visiting states, sorted.';
comment on column chancery.visits.host is 'The receiving state.';
comment on column chancery.visits.status is 'held, planned or cancelled.';
comment on column chancery.visits.visit is 'state, official or working, where an article says so.';
comment on column chancery.visits.date_from is 'The first day that its first meeting can be.';
comment on column chancery.visits.date_to is 'The last day that its last meeting can be.';
comment on column chancery.visits.is_dated is 'Whether the days are known; else date_from and date_to bound them.';
comment on column chancery.visits.cities is 'Where, by name.';
comment on column chancery.visits.people is 'The guests who are named, by name.';
comment on column chancery.visits.meeting_ids is 'The rows of meetings, in their order.';
comment on column chancery.visits.agreements is
    'How many documents between those states the same articles tell: signed ones, of a visit to come planned ones.';
comment on column chancery.visits.titles is 'Their titles, by title.';
comment on column chancery.visits.agreement_ids is 'The rows of agreements, by id.';
comment on column chancery.visits.figures is 'How many figures of those states the same articles tell.';
comment on column chancery.visits.figure_ids is 'The rows of figures, by id.';

create view chancery.contradictions as
with meant as (
    select
        f.*, lower(f.subject) as what,
        chancery.least_meant(f.value, f.comparator) as least,
        chancery.most_meant(coalesce(f.value_max, f.value), f.comparator) as most
    from chancery.figures f
    where f.period_to is not null
      and cardinality(f.countries) > 0
)
select
    a.indicator, a.countries, a.origin, a.destination, a.measure, a.direction, a.nature, a.period_from, a.period_to,
    a.unit, a.value as value_a, a.comparator as comparator_a, a.subject as subject_a, b.value as value_b,
    b.comparator as comparator_b, b.subject as subject_b,
    round(100 * (b.value - a.value) / nullif(abs(a.value), 0), 1) as difference_percent,
    s.sources as sources_a, t.sources as sources_b, a.reports as reports_a, b.reports as reports_b,
    a.id as figure_a, b.id as figure_b
from meant a
join meant b
    on b.indicator = a.indicator
   and b.countries = a.countries
   and b.origin is not distinct from a.origin
   and b.destination is not distinct from a.destination
   and b.measure = a.measure
   and b.direction is not distinct from a.direction
   and b.nature = a.nature
   and b.period_from is not distinct from a.period_from
   and b.period_to = a.period_to
   and b.unit = a.unit
   and (b.value, b.id) > (a.value, a.id)
   and b.least > a.most
   and (b.what = a.what or a.indicator in ('trade_turnover', 'gdp') and b.value <= 2 * a.value)
left join lateral (
    select array_agg(distinct coalesce(x.source, r.article_id) order by coalesce(x.source, r.article_id)) as sources
    from chancery.figure_reports r
    join chancery.articles x on x.id = r.article_id
    where r.figure_id = a.id
) s on true
left join lateral (
    select array_agg(distinct coalesce(x.source, r.article_id) order by coalesce(x.source, r.article_id)) as sources
    from chancery.figure_reports r
    join chancery.articles x on x.id = r.article_id
    where r.figure_id = b.id
) t on true
where not exists (
    -- An article that states both means two things by them.
    select
    from chancery.figure_reports r
    join chancery.figure_reports q on q.article_id = r.article_id
    where r.figure_id = a.id
      and q.figure_id = b.id
);
comment on view chancery.contradictions is
    'Figures of different articles that cannot both be so: the same indicator, states, time and unit, and numbers too far apart for rounding. They share their subject, or are of trade or GDP and within twice each other: what is further apart is a part and its whole.';
comment on column chancery.contradictions.value_a is 'The lower value.';
comment on column chancery.contradictions.comparator_a is 'How exactly value_a is told.';
comment on column chancery.contradictions.subject_a is 'What value_a measures, in the article''s words.';
comment on column chancery.contradictions.value_b is 'The higher value.';
comment on column chancery.contradictions.comparator_b is 'How exactly value_b is told.';
comment on column chancery.contradictions.subject_b is 'What value_b measures, in the article''s words.';
comment on column chancery.contradictions.difference_percent is 'How far value_b is above value_a, in percent of value_a.';
comment on column chancery.contradictions.sources_a is 'Who states value_a: outlets, or articles where the outlet is not known.';
comment on column chancery.contradictions.sources_b is 'Who states value_b: outlets, or articles where the outlet is not known.';
comment on column chancery.contradictions.reports_a is 'How many reports state value_a.';
comment on column chancery.contradictions.reports_b is 'How many reports state value_b.';
comment on column chancery.contradictions.figure_a is 'The row of figures with value_a.';
comment on column chancery.contradictions.figure_b is 'The row of figures with value_b.';

create view chancery.targets as
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
    -- A year's amount; part of one is shown only where it already is enough or no whole year is told.
    select
        f.id, f.value, f.period_from, f.period_to,
        f.period_to = t.period_to and f.period_from <= date_trunc('year', t.period_to) as is_of_due_time
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
    order by f.period_to desc, f.period_to - f.period_from desc nulls last, f.reports desc, f.value desc, f.id
    limit 1
) l on true
where t.nature = 'target'
  and t.measure = 'level'
  and t.period_to is not null;
comment on view chancery.targets is
    'What states mean to reach by a day, with the latest amount that is told of the same until then and whether it is enough.';
comment on column chancery.targets.figure_id is 'The row of figures with the target.';
comment on column chancery.targets.value is 'What is to be reached.';
comment on column chancery.targets.due_on is 'The day by which.';
comment on column chancery.targets.stated_on is 'When the earliest dated article states it.';
comment on column chancery.targets.sources is 'The outlets that state it, by name.';
comment on column chancery.targets.latest is 'What was reached: the amount told for the latest time until due_on.';
comment on column chancery.targets.latest_from is 'First day of the time that latest measures.';
comment on column chancery.targets.latest_to is 'Last day of the time that latest measures.';
comment on column chancery.targets.percent_reached is 'What part of the target latest is, in percent.';
comment on column chancery.targets.outcome is
    'reached · open, due today or later · missed, due and the amount of the year it was due in is below it · unknown, due and that amount is not told; null where the target is a limit.';
comment on column chancery.targets.latest_id is 'The row of figures that latest is from.';

create or replace view chancery.freshness as
with told as (
    select
        a.id, a.source, a.published_on, a.extractor_version,
        (select count(*) from chancery.meeting_reports r where r.article_id = a.id) as meetings,
        (select count(*) from chancery.figure_reports r where r.article_id = a.id) as figures,
        (select count(*) from chancery.agreement_reports r where r.article_id = a.id) as agreements
    from chancery.articles a
)
select
    source,
    count(*) as articles,
    min(published_on) as first_on,
    max(published_on) as newest_on,
    count(*) filter (where published_on is null) as undated,
    count(*) filter (where meetings + figures + agreements = 0) as without_facts,
    sum(meetings)::bigint as meetings,
    sum(figures)::bigint as figures,
    sum(agreements)::bigint as agreements,
    current_date - max(published_on) as days_old,
    array_agg(distinct extractor_version order by extractor_version) as extractor_versions
from told
group by source;
comment on column chancery.freshness.meetings is 'Reports of meetings.';
comment on column chancery.freshness.figures is 'Reports of figures.';
comment on column chancery.freshness.agreements is 'Reports of agreements.';
comment on column chancery.freshness.days_old is 'How many days ago the newest was published.';
comment on column chancery.freshness.extractor_versions is 'The versions of the rules that read them.';

create view chancery.coverage as
select
    a.source, date_trunc('month', a.published_on)::date as month, count(distinct a.id) as articles,
    count(distinct a.published_on) as days,
    count(distinct a.id) filter (where f.article_id is not null) as with_facts,
    coalesce(array_agg(distinct c.country order by c.country) filter (where c.country is not null), '{}')
        ::chancery.country_codes as countries
from chancery.articles a
left join (
    select article_id from chancery.meeting_reports
    union
    select article_id from chancery.figure_reports
    union
    select article_id from chancery.agreement_reports
) f on f.article_id = a.id
left join chancery.article_countries c on c.article_id = a.id
where a.published_on is not null
group by a.source, date_trunc('month', a.published_on);
comment on view chancery.coverage is 'What of each source was read, month by month: a month that is missing or thin was not collected.';
comment on column chancery.coverage.source is 'The outlet, null where records name none.';
comment on column chancery.coverage.month is 'The first day of the month of publication.';
comment on column chancery.coverage.articles is 'How many articles.';
comment on column chancery.coverage.days is 'On how many days something was published.';
comment on column chancery.coverage.with_facts is 'How many articles tell of meetings, figures or agreements.';
comment on column chancery.coverage.countries is 'The countries mentioned, sorted.';

-- A column that a view shows as figures have it means what it means there.
do $$
declare
    missing record;
begin
    for missing in
        select t.attrelid::regclass as view, t.attname, col_description(o.attrelid, o.attnum) as text
        from pg_attribute t
        join pg_attribute o on o.attrelid = 'chancery.figures'::regclass and o.attname = t.attname
        where t.attrelid in (
            'chancery.growth_claims'::regclass, 'chancery.contradictions'::regclass, 'chancery.targets'::regclass
        )
          and t.attnum > 0
          and col_description(t.attrelid, t.attnum) is null
    loop
        execute format('comment on column %s.%I is %L', missing.view, missing.attname, missing.text);
    end loop;
end
$$;
