-- Every place of evidence lies within its article, and the first is that of the quote.
select r.kind || ' report ' || r.id as place, r.evidence::text as detail
from (
    -- Each text is measured once, not for each of its places.
    select id, char_length(body) as length
    from chancery.articles
    where $1::text[] is null
       or id = any($1)
    offset 0
) a
join (
    select 'meeting' as kind, id, article_id, char_start, char_end, evidence
    from chancery.meeting_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'figure', id, article_id, char_start, char_end, evidence
    from chancery.figure_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'agreement', id, article_id, char_start, char_end, evidence
    from chancery.agreement_reports
    where $1::text[] is null
       or article_id = any($1)
) r on r.article_id = a.id
where r.evidence #>> '{0,start}' is distinct from r.char_start::text
   or r.evidence #>> '{0,end}' is distinct from r.char_end::text
   or exists (
       select
       from jsonb_to_recordset(r.evidence) e (start integer, "end" integer)
       where e.start is null
          or e."end" is null
          or e.start < 0
          or e.start > e."end"
          or e."end" > a.length
   )
