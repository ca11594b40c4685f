-- Every figure measures one of the indicators.
select 'figure report ' || r.id as place, r.indicator as detail
from chancery.figure_reports r
where ($1::text[] is null or r.article_id = any($1))
  and r.indicator not in (select code from chancery.indicators)
