-- Joining asks the reports of one kind where it knows the kind, and says where they led so far: what nothing moves is not
-- looked up a second time. What is joined with what is what it was.

create or replace view chancery.tellings as
select
    block_id, telling_id, span_from, span_to, marks, meeting_id as row_id, article_id, date is not null as is_dated,
    true as is_meeting
from chancery.meeting_reports
union all
select block_id, telling_id, span_from, span_to, marks, agreement_id, article_id, signed_on is not null, false
from chancery.agreement_reports;
comment on column chancery.tellings.is_meeting is 'Whether it tells of a meeting; else of a document.';

create function chancery.known_tellings(blocks uuid[], ids uuid[], firsts date[], of_meetings boolean)
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
                limit 1
            )
        )
    from unnest(blocks, ids, firsts) k (block_id, telling_id, first);
end;
comment on function chancery.known_tellings(uuid[], uuid[], date[], boolean) is
    'Which row the reports with these tellings lead to; null where there are none.';
drop function chancery.known_tellings(uuid[], uuid[], date[]);

create function chancery.joining_scope(
    blocks uuid[], firsts date[], lasts date[], of_meetings boolean default null)
    returns table (block_id uuid, first_day date, last_day date)
    language sql
    stable
begin atomic
    with recursive asked as materialized (
        select *
        from unnest(blocks, firsts, lasts) a (block_id, first_day, last_day)
    ),
    whole as materialized (
        select b.block_id
        from (select a.block_id, bool_or(a.first_day is null) as is_asked from asked a group by a.block_id) b
        left join lateral (
            select t.block_id
            from chancery.tellings t
            where (of_meetings is null or t.is_meeting = of_meetings)
              and t.block_id = b.block_id
              and t.span_from is null
            limit 1
        ) u on true
        where b.is_asked
           or u.block_id is not null
    ),
    -- Day by day, backward and forward, as long as there is a report.
    walk (block_id, day, step) as (
        select a.block_id, a.first_day, s.step
        from asked a
        cross join (values (-1), (1)) s (step)
        where a.first_day = a.last_day
          and a.block_id not in (select w.block_id from whole w)
        union
        select w.block_id, w.day + w.step, w.step
        from walk w
        cross join lateral (
            select t.block_id
            from chancery.tellings t
            where (of_meetings is null or t.is_meeting = of_meetings)
              and t.block_id = w.block_id
              and t.span_from = w.day + w.step
            limit 1
        ) n
    ),
    -- A month or a year goes with the one row that it can be, and that may have become another.
    years as materialized (
        select a.block_id, date_trunc('year', a.first_day)::date as first_day
        from asked a
        where a.first_day < a.last_day
          and a.block_id not in (select w.block_id from whole w)
        union
        select d.block_id, d.first_day
        from (select distinct w.block_id, date_trunc('year', w.day)::date as first_day from walk w) d
        cross join lateral (
            select t.block_id
            from chancery.tellings t
            where (of_meetings is null or t.is_meeting = of_meetings)
              and t.block_id = d.block_id
              and t.span_from between d.first_day and (d.first_day + interval '1 year - 1 day')::date
              and t.span_from < t.span_to
            limit 1
        ) n
    ),
    edges (block_id, day, step) as (
        select y.block_id, e.day::date, e.step
        from years y
        cross join lateral (values (y.first_day, -1), (y.first_day + interval '1 year - 1 day', 1)) e (day, step)
        union
        select e.block_id, e.day + e.step, e.step
        from edges e
        cross join lateral (
            select t.block_id
            from chancery.tellings t
            where (of_meetings is null or t.is_meeting = of_meetings)
              and t.block_id = e.block_id
              and t.span_from = e.day + e.step
            limit 1
        ) n
    )
    select w.block_id, null, null
    from whole w
    union all
    select y.block_id, y.first_day, (y.first_day + interval '1 year - 1 day')::date
    from years y
    union
    select d.block_id, d.day, d.day
    from (select w.block_id, w.day from walk w union select e.block_id, e.day from edges e) d;
end;
comment on function chancery.joining_scope(uuid[], date[], date[], boolean) is
    'What has to be joined anew when such tellings come or go: blocks with days from and to, without days the whole block. Of meetings, of documents or, null, of both.';
drop function chancery.joining_scope(uuid[], date[], date[]);

create function chancery.joined_tellings(
    blocks uuid[], firsts date[], lasts date[], of_meetings boolean default null)
    returns table (block_id uuid, span_from date, telling_id uuid, row_id uuid, led_to uuid[])
    language sql
    stable
begin atomic
    with told as materialized (
        select
            t.block_id, t.telling_id, t.span_from, t.span_to, t.marks, array_agg(distinct t.row_id) as led_to
        from unnest(blocks, firsts, lasts) s (block_id, first_day, last_day)
        cross join lateral (
            -- Of what begins on a day, a month or a year is joined with its year alone.
            select t.block_id, t.telling_id, t.span_from, t.span_to, t.marks, t.row_id
            from chancery.tellings t
            where (of_meetings is null or t.is_meeting = of_meetings)
              and t.block_id = s.block_id
              and t.span_from between s.first_day and s.last_day
              and t.span_to <= s.last_day
            union all
            select t.block_id, t.telling_id, t.span_from, t.span_to, t.marks, t.row_id
            from chancery.tellings t
            where (of_meetings is null or t.is_meeting = of_meetings)
              and t.block_id = s.block_id
              and s.first_day is null
            offset 0
        ) t
        group by t.block_id, t.telling_id, t.span_from, t.span_to, t.marks
    ),
    -- 0 for a day, 1 for a month, 2 for a year, 3 for no date.
    several as materialized (
        select
            t.*,
            case
                when t.span_from is null then 3
                when t.span_from = t.span_to then 0
                when t.span_to - t.span_from < 31 then 1
                else 2
            end as tier,
            case when t.span_from = t.span_to then t.span_from end as day
        from told t
        where t.block_id in (select o.block_id from told o group by o.block_id having count(*) > 1)
    ),
    -- Days that follow each other and yet are two: their marks contradict, or one article tells of both.
    parted as (
        select a.block_id, a.day
        from several a
        join several b on b.block_id = a.block_id and b.day = a.day + 1
        where chancery.contradict(a.marks, b.marks)
           or exists (
               select
               from chancery.tellings x
               join chancery.tellings y on y.article_id = x.article_id
               where (of_meetings is null or x.is_meeting = of_meetings)
                 and (of_meetings is null or y.is_meeting = of_meetings)
                 and x.block_id = a.block_id
                 and x.span_from = a.day
                 and x.telling_id = a.telling_id
                 and x.is_dated
                 and y.block_id = b.block_id
                 and y.span_from = b.day
                 and y.telling_id = b.telling_id
                 and y.is_dated
           )
    ),
    days as (
        select
            d.block_id, d.day,
            coalesce(d.day - lag(d.day) over (partition by d.block_id order by d.day) = 1, false)
                and (d.block_id, d.day - 1) not in (select p.block_id, p.day from parted p) as follows
        from (select distinct s.block_id, s.day from several s where s.day is not null) d
    ),
    runs as (
        select
            d.block_id, d.day,
            count(*) filter (where not d.follows) over (partition by d.block_id order by d.day) as run
        from days d
    ),
    -- Of days that follow each other, two by two from the first.
    pairs as (
        select
            r.block_id, r.day,
            r.day - ((row_number() over (partition by r.block_id, r.run order by r.day) - 1) % 2)::integer as slot
        from runs r
    ),
    slotted as materialized (
        select s.*, coalesce(p.slot, s.span_from, '-infinity') as slot
        from several s
        left join pairs p on p.block_id = s.block_id and p.day = s.day
    ),
    namings as materialized (
        select distinct s.block_id, s.tier, s.slot, s.marks
        from slotted s
    ),
    torn as materialized (
        select distinct a.block_id, a.tier, a.slot
        from namings a
        join namings b on b.block_id = a.block_id and b.tier = a.tier and b.slot = a.slot and b.marks > a.marks
        where chancery.contradict(a.marks, b.marks)
    ),
    -- Where tellings of one time contradict each other, each goes with the fullest naming that has its own in it.
    fullest as (
        select distinct on (s.block_id, s.tier, s.slot, s.marks)
            s.block_id, s.tier, s.slot, s.marks, n.marks as naming
        from torn t
        join namings s on s.block_id = t.block_id and s.tier = t.tier and s.slot = t.slot
        join namings n on n.block_id = t.block_id and n.tier = t.tier and n.slot = t.slot
        where n.marks @> s.marks
        order by s.block_id, s.tier, s.slot, s.marks, cardinality(n.marks) desc, n.marks
    ),
    named as (
        select s.*, f.naming
        from slotted s
        left join fullest f on f.block_id = s.block_id and f.tier = s.tier and f.slot = s.slot and f.marks = s.marks
    ),
    parcelled as materialized (
        select
            n.*,
            first_value(n.telling_id) over (
                partition by n.block_id, n.tier, n.slot, n.naming
                order by n.span_from, cardinality(n.marks) desc, n.telling_id
            ) as parcel
        from named n
    ),
    -- Truths, which the planner takes for one half each: of a tier it would expect one row.
    parcels as materialized (
        select
            p.block_id, p.parcel, p.tier = 0 as is_day, p.tier = 1 as is_month, p.tier = 2 as is_year,
            p.tier = 3 as is_undated, min(p.span_from) as span_from, max(p.span_to) as span_to,
            coalesce(array_agg(distinct m.mark) filter (where m.mark is not null), '{}') as marks
        from parcelled p
        left join unnest(p.marks) m (mark) on true
        where p.block_id in (select o.block_id from parcelled o where o.tier > 0)
        group by p.block_id, p.tier, p.parcel
    ),
    -- What is told less precisely goes with the one row that it can be; where there are several, with none.
    months as materialized (
        select m.parcel, min(c.parcel::text)::uuid as target
        from parcels m
        join parcels c on c.block_id = m.block_id
        where m.is_month
          and c.is_day
          and c.span_from <= m.span_to
          and c.span_to >= m.span_from
          and not chancery.contradict(m.marks, c.marks)
        group by m.parcel
        having count(*) = 1
    ),
    years as materialized (
        select y.parcel, min(c.parcel::text)::uuid as target
        from parcels y
        join parcels c on c.block_id = y.block_id
        where y.is_year
          and (c.is_day or c.is_month)
          and c.parcel not in (select m.parcel from months m)
          and c.span_from <= y.span_to
          and c.span_to >= y.span_from
          and not chancery.contradict(y.marks, c.marks)
        group by y.parcel
        having count(*) = 1
    ),
    undated as (
        select u.parcel, min(c.parcel::text)::uuid as target
        from parcels u
        join parcels c on c.block_id = u.block_id
        where u.is_undated
          and not c.is_undated
          and c.parcel not in (select m.parcel from months m)
          and c.parcel not in (select y.parcel from years y)
          and not chancery.contradict(u.marks, c.marks)
        group by u.parcel
        having count(*) = 1
    )
    select
        p.block_id, p.span_from, p.telling_id, coalesce(m.target, y.target, u.target, p.parcel), p.led_to
    from parcelled p
    left join months m on m.parcel = p.parcel
    left join years y on y.parcel = p.parcel
    left join undated u on u.parcel = p.parcel
    union all
    select t.block_id, t.span_from, t.telling_id, t.telling_id, t.led_to
    from told t
    where t.block_id not in (select s.block_id from several s);
end;
comment on function chancery.joined_tellings(uuid[], date[], date[], boolean) is
    'Which tellings of these blocks and days are one row, named after one of them, and which rows their reports lead to so far. Days a day apart at most are one, unless marks contradict or one article tells of both; a month, a year or no date goes with the one row that it can be. Of a block without days all are looked at. Of meetings, of documents or, null, of both.';

create or replace function chancery.joined_tellings(blocks uuid[])
    returns table (telling_id uuid, row_id uuid)
    language sql
    stable
begin atomic
    select j.telling_id, j.row_id
    from chancery.joined_tellings(blocks, '{}'::date[], '{}'::date[], null::boolean) j;
end;
drop function chancery.joined_tellings(uuid[], date[], date[]);

comment on column chancery.loads.load_seconds is
    'How long it wrote to the database: over two connections, both together, with what one waited for the other.';
comment on column chancery.runs.load_seconds is
    'How long it wrote to the database: over two connections, both together, with what one waited for the other.';
comment on column chancery.meetings_by_pair.first_on is 'The first day that the earliest can be.';
comment on column chancery.meetings_by_pair.last_on is 'The first day that the latest can be.';
