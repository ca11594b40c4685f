-- Every report leads to the row that the rules of joining give it.
with told as (
    select distinct t.block_id, t.span_from, t.span_to
    from chancery.tellings t
    where $1::text[] is null
       or t.article_id = any($1)
), scope as (
    -- All blocks as a whole, or what the articles' reports can have to do with.
    select array_agg(s.block_id) as blocks, array_agg(s.first_day) as firsts, array_agg(s.last_day) as lasts
    from (
        select distinct block_id, null::date as first_day, null::date as last_day
        from told
        where $1::text[] is null
        union all
        select s.*
        from (
            select
                array_agg(block_id) as blocks, array_agg(span_from) as firsts, array_agg(span_to) as lasts
            from told
            where $1::text[] is not null
        ) t
        cross join chancery.joining_scope(t.blocks, t.firsts, t.lasts) s
    ) s
), joined as materialized (
    select j.*
    from scope s
    cross join chancery.joined_tellings(s.blocks, s.firsts, s.lasts) j
)
select 'meeting report ' || r.id as place, 'leads to ' || r.meeting_id || ' and belongs to ' || j.row_id as detail
from joined j
join chancery.meeting_reports r on r.block_id = j.block_id and r.telling_id = j.telling_id
where r.meeting_id <> j.row_id
union all
select 'agreement report ' || r.id, 'leads to ' || r.agreement_id || ' and belongs to ' || j.row_id
from joined j
join chancery.agreement_reports r on r.block_id = j.block_id and r.telling_id = j.telling_id
where r.agreement_id <> j.row_id
