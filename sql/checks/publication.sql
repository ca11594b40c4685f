-- No article is published later than tomorrow.
select 'article ' || a.id as place, a.published_on::text as detail
from chancery.articles a
where ($1::text[] is null or a.id = any($1))
  and a.published_on > current_date + 1
