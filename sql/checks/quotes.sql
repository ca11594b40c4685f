-- Every quote is the text between its offsets.
select r.kind || ' report ' || r.id as place, 'quote "' || r.quote || '" of article ' || r.article_id as detail
from (
    -- Each text is unpacked once, not for each of its quotes.
    select id, body || '' as body
    from chancery.articles
    where $1::text[] is null
       or id = any($1)
    offset 0
) a
join (
    select 'meeting' as kind, id, article_id, char_start, char_end, quote
    from chancery.meeting_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'figure', id, article_id, char_start, char_end, quote
    from chancery.figure_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'agreement', id, article_id, char_start, char_end, quote
    from chancery.agreement_reports
    where $1::text[] is null
       or article_id = any($1)
) r on r.article_id = a.id
where r.quote is distinct from substr(a.body, r.char_start + 1, r.char_end - r.char_start)
