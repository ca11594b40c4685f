-- A document has a title, and its worth a currency.
select 'agreement report ' || r.id as place, concat_ws(' ', r.kind, r.title, r.count, r.value, r.unit) as detail
from chancery.agreement_reports r
where ($1::text[] is null or r.article_id = any($1))
  and (
      (r.value is null) <> (r.unit is null)
      or r.unit !~ '^[A-Z]{3}$'
      or r.title = ''
  )
