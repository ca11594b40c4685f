-- Every report leads to a row of meetings, figures or agreements.
select 'meeting report ' || r.id as place, 'there is no meeting ' || r.meeting_id as detail
from chancery.meeting_reports r
where ($1::text[] is null or r.article_id = any($1))
  and not exists (
      select
      from chancery.meetings m
      where m.id = r.meeting_id
  )
union all
select 'figure report ' || r.id, 'there is no figure ' || r.figure_id
from chancery.figure_reports r
where ($1::text[] is null or r.article_id = any($1))
  and not exists (
      select
      from chancery.figures f
      where f.id = r.figure_id
  )
union all
select 'agreement report ' || r.id, 'there is no agreement ' || r.agreement_id
from chancery.agreement_reports r
where ($1::text[] is null or r.article_id = any($1))
  and not exists (
      select
      from chancery.agreements g
      where g.id = r.agreement_id
  )
