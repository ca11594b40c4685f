-- Every row of meetings, figures and agreements shows a report of its own.
select 'meeting ' || m.id as place, 'report ' || m.report_id || ' is not one of it' as detail
from chancery.meetings m
where not exists (
    select
    from chancery.meeting_reports r
    where r.id = m.report_id
      and r.meeting_id = m.id
)
union all
select 'figure ' || f.id, 'report ' || f.report_id || ' is not one of it'
from chancery.figures f
where not exists (
    select
    from chancery.figure_reports r
    where r.id = f.report_id
      and r.figure_id = f.id
)
union all
select 'agreement ' || g.id, 'report ' || g.report_id || ' is not one of it'
from chancery.agreements g
where not exists (
    select
    from chancery.agreement_reports r
    where r.id = g.report_id
      and r.agreement_id = g.id
)
