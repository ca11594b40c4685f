-- Every report leads to the row that the rules of joining give it.
with blocks as (
    select array(
        select block_id
        from chancery.meeting_reports
        where $1::text[] is null
           or article_id = any($1)
        union
        select block_id
        from chancery.agreement_reports
        where $1::text[] is null
           or article_id = any($1)
    ) as ids
), joined as materialized (
    select j.*
    from blocks
    cross join chancery.joined_tellings(blocks.ids) j
)
select 'meeting report ' || r.id as place, 'leads to ' || r.meeting_id || ' and belongs to ' || j.row_id as detail
from joined j
join chancery.meeting_reports r on r.telling_id = j.telling_id
where r.meeting_id <> j.row_id
union all
select 'agreement report ' || r.id, 'leads to ' || r.agreement_id || ' and belongs to ' || j.row_id
from joined j
join chancery.agreement_reports r on r.telling_id = j.telling_id
where r.agreement_id <> j.row_id
