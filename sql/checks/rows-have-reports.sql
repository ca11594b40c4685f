-- Every row of meetings, figures and agreements shows a report of its own.
-- Joined to the rows looked at, since of many articles the planner may compare each row with each where it guesses badly.
select 'meeting ' || m.id as place, 'report ' || m.report_id || ' is not one of it' as detail
from (
    select id
    from chancery.meetings
    where $1::text[] is null
    union
    select meeting_id
    from chancery.meeting_reports
    where article_id = any($1)
) l
join chancery.meetings m on m.id = l.id
left join chancery.meeting_reports r on r.id = m.report_id
where r.meeting_id is distinct from m.id
union all
select 'figure ' || f.id, 'report ' || f.report_id || ' is not one of it'
from (
    select id
    from chancery.figures
    where $1::text[] is null
    union
    select figure_id
    from chancery.figure_reports
    where article_id = any($1)
) l
join chancery.figures f on f.id = l.id
left join chancery.figure_reports r on r.id = f.report_id
where r.figure_id is distinct from f.id
union all
select 'agreement ' || g.id, 'report ' || g.report_id || ' is not one of it'
from (
    select id
    from chancery.agreements
    where $1::text[] is null
    union
    select agreement_id
    from chancery.agreement_reports
    where article_id = any($1)
) l
join chancery.agreements g on g.id = l.id
left join chancery.agreement_reports r on r.id = g.report_id
where r.agreement_id is distinct from g.id
