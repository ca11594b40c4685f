-- Every row of meetings, figures and agreements shows a report of its own.
select 'meeting ' || m.id as place, 'report ' || m.report_id || ' is not one of it' as detail
from chancery.meetings m
where (
    $1::text[] is null
    or m.id in (select meeting_id from chancery.meeting_reports where article_id = any($1))
)
  and not exists (
      select
      from chancery.meeting_reports r
      where r.id = m.report_id
        and r.meeting_id = m.id
  )
union all
select 'figure ' || f.id, 'report ' || f.report_id || ' is not one of it'
from chancery.figures f
where (
    $1::text[] is null
    or f.id in (select figure_id from chancery.figure_reports where article_id = any($1))
)
  and not exists (
      select
      from chancery.figure_reports r
      where r.id = f.report_id
        and r.figure_id = f.id
  )
union all
select 'agreement ' || g.id, 'report ' || g.report_id || ' is not one of it'
from chancery.agreements g
where (
    $1::text[] is null
    or g.id in (select agreement_id from chancery.agreement_reports where article_id = any($1))
)
  and not exists (
      select
      from chancery.agreement_reports r
      where r.id = g.report_id
        and r.agreement_id = g.id
  )
