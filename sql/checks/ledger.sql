-- The counts of a run are those of its batches, and no run has ended before it began.
select 'load ' || l.id as place, 'status ' || l.status || ', batches ' || l.batches as detail
from chancery.loads l
left join (
    select
        load_id, count(*) as batches, sum(articles_new) as articles_new, sum(articles_replaced) as articles_replaced,
        sum(articles_withdrawn) as articles_withdrawn, sum(rejected) as rejected
    from chancery.load_batches
    group by load_id
) b on b.load_id = l.id
where l.articles_read <> l.articles_new + l.articles_replaced + l.articles_unchanged
   or (l.batches, l.articles_new, l.articles_replaced, l.articles_withdrawn, l.rejected) is distinct from (
       coalesce(b.batches, 0), coalesce(b.articles_new, 0), coalesce(b.articles_replaced, 0),
       coalesce(b.articles_withdrawn, 0), coalesce(b.rejected, 0)
   )
   or l.finished_at < l.started_at
   or l.status in ('completed', 'failed') and l.finished_at is null
   or l.status = 'running' and l.finished_at is not null
