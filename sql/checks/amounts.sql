-- A range goes up, a change has a direction and a level none, and what is counted is whole and not below zero.
select
    'figure report ' || r.id as place,
    concat_ws(' ', r.indicator, r.value, r.value_max, r.unit, r.measure, r.direction) as detail
from chancery.figure_reports r
where ($1::text[] is null or r.article_id = any($1))
  and (
      r.value_max <= r.value
      or (r.measure = 'level') <> (r.direction is null)
      or r.unit in ('count', 'teu') and (r.value < 0 or r.measure = 'level' and r.value <> trunc(r.value))
      or r.unit = 'times' and r.value <= 0
      or r.indicator = 'rank' and (r.unit <> 'count' or r.value < 1)
  )
