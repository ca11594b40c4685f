-- Cargo that is said to have grown is not to be held against the levels of other cargo: but for turnover and the economy as
-- a whole, which have one subject whatever it is called, the subjects that are told must agree.
create or replace view chancery.growth_claims as
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
      and (
          c.indicator in ('trade_turnover', 'gdp')
          or (lower(n.subject) = lower(c.subject)) is not false
          and (lower(b.subject) = lower(c.subject)) is not false
          and (lower(b.subject) = lower(n.subject)) is not false
      )
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
    'What is said to have grown or shrunk against the year before, beside the growth that the stated levels imply. Levels of another subject than the claim''s are not held against it.';
