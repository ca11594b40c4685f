-- All that a batch has to say is written before the lock under which it is joined, so that reports of the batch itself are
-- there already when it is asked where others lead that say the same.

create function chancery.known_tellings(
    blocks uuid[], ids uuid[], firsts date[], of_meetings boolean, besides text[])
    returns table (telling_id uuid, row_id uuid)
    language sql
    stable
begin atomic
    select
        k.telling_id,
        coalesce(
            (
                select t.row_id
                from chancery.tellings t
                where t.is_meeting = of_meetings
                  and t.block_id = k.block_id
                  and t.span_from = k.first
                  and t.telling_id = k.telling_id
                  and t.article_id <> all(besides)
                limit 1
            ),
            (
                select t.row_id
                from chancery.tellings t
                where k.first is null
                  and t.is_meeting = of_meetings
                  and t.block_id = k.block_id
                  and t.span_from is null
                  and t.telling_id = k.telling_id
                  and t.article_id <> all(besides)
                limit 1
            )
        )
    from unnest(blocks, ids, firsts) k (block_id, telling_id, first);
end;
comment on function chancery.known_tellings(uuid[], uuid[], date[], boolean, text[]) is
    'Which row the reports with these tellings lead to, of other articles than these; null where there are none.';
drop function chancery.known_tellings(uuid[], uuid[], date[], boolean);
