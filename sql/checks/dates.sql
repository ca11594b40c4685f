-- Dates told by year or month have the days they can be beside them, and no day lies outside 1800 to 2200.
select r.kind || ' ' || r.id as place, concat_ws(' ', r.told, r.first_day, r.last_day) as detail
from (
    select 'meeting report' as kind, id::text as id, date::text as told, date_from as first_day, date_to as last_day, true as is_partial
    from chancery.meeting_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'agreement report', id::text, signed_on::text, signed_from, signed_to, true
    from chancery.agreement_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'term of agreement report', id::text, null, term_from, term_to, false
    from chancery.agreement_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'period of figure report', id::text, null, period_from, period_to, false
    from chancery.figure_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'article', id, null, published_on, published_on, false
    from chancery.articles
    where $1::text[] is null
       or id = any($1)
) r
where r.first_day not between '1800-01-01' and '2200-12-31'
   or r.last_day not between '1800-01-01' and '2200-12-31'
   or r.is_partial and (
       r.told is distinct from left(r.first_day::text, length(r.told))
       or r.told is distinct from left(r.last_day::text, length(r.told))
       or r.last_day - r.first_day <> case length(r.told)
           when 4 then (r.told || '-12-31')::date - (r.told || '-01-01')::date
           when 7 then ((r.told || '-01')::date + interval '1 month - 1 day')::date - (r.told || '-01')::date
           else 0
       end
   )
