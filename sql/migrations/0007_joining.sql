-- Which reports tell of one encounter or one document.
--
-- A telling is what reports have to say that matters for joining: reports with one telling_id say the same. Only
-- tellings of one block are compared: one kind, one set of countries and organisations, one level and year for
-- meetings; one kind, one set of parties and one title for agreements. Which tellings of a block are one row is a
-- function of the tellings that are there, so of the articles alone.

alter table chancery.meeting_reports
    add column block_id uuid,
    add column telling_id uuid,
    add column span_from date,
    add column span_to date,
    add column marks text[] collate "C" not null default '{}',
    add check (span_from <= span_to),
    add check (num_nonnulls(span_from, span_to) in (0, 2));
alter table chancery.agreement_reports
    add column block_id uuid,
    add column telling_id uuid,
    add column span_from date,
    add column span_to date,
    add column marks text[] collate "C" not null default '{}',
    add check (span_from <= span_to),
    add check (num_nonnulls(span_from, span_to) in (0, 2));

-- What was loaded before stays joined as it was until newer rules read it anew.
update chancery.meeting_reports
set block_id = meeting_id,
    telling_id = meeting_id;
update chancery.agreement_reports
set block_id = agreement_id,
    telling_id = agreement_id;

alter table chancery.meeting_reports
    alter column block_id set not null,
    alter column telling_id set not null,
    alter column marks drop default;
alter table chancery.agreement_reports
    alter column block_id set not null,
    alter column telling_id set not null,
    alter column marks drop default;
create index meeting_reports_block
    on chancery.meeting_reports (block_id);
create index agreement_reports_block
    on chancery.agreement_reports (block_id);

comment on column chancery.meeting_reports.meeting_id is
    'The meeting it tells of, a row of meetings; which one follows from all reports of the block, see joined_tellings.';
comment on column chancery.meeting_reports.block_id is
    'Kind, countries, organisations, level and year: only reports of one block can be one meeting.';
comment on column chancery.meeting_reports.telling_id is
    'Block, span and marks: reports with one telling_id say the same, as far as joining goes.';
comment on column chancery.meeting_reports.span_from is
    'The first day it can have been for joining: that of date or, of an undated report, the day of publication.';
comment on column chancery.meeting_reports.span_to is 'The last day it can have been for joining.';
comment on column chancery.meeting_reports.marks is
    'Who and where, as joining compares it: {"@=Астана","KZ=токаев","KZ токаев=к"}; two reports with other values for what stands before = contradict each other.';
comment on column chancery.agreement_reports.agreement_id is
    'The document it tells of, a row of agreements; which one follows from all reports of the block, see joined_tellings.';
comment on column chancery.agreement_reports.block_id is
    'Kind, parties and title, of packages and contracts the year: only reports of one block can be one document.';
comment on column chancery.agreement_reports.telling_id is
    'Block, span and marks: reports with one telling_id say the same, as far as joining goes.';
comment on column chancery.agreement_reports.span_from is
    'The first day of signature for joining: that of signed_on or, where a nameless document is undated, the day of publication; null when any day will do.';
comment on column chancery.agreement_reports.span_to is 'The last day of signature for joining.';
comment on column chancery.agreement_reports.marks is
    'Number and worth, as joining compares it: {"#=14","$=320000000 USD"}; two reports with other values for what stands before = contradict each other.';

create function chancery.contradict(a text[], b text[])
    returns boolean
    language sql
    immutable
    parallel safe
    return case
        when a <@ b or b <@ a then false
        else exists (
            select
            from unnest(a) x
            join unnest(b) y on split_part(y, '=', 1) = split_part(x, '=', 1)
            group by split_part(x, '=', 1)
            having not bool_or(x = y)
        )
    end;
comment on function chancery.contradict is
    'Whether two sets of marks have no value in common for something that both of them tell.';

create function chancery.joined_tellings(blocks uuid[])
    returns table (telling_id uuid, row_id uuid)
    language sql
    stable
begin atomic
    with told as materialized (
        select distinct r.block_id, r.telling_id, r.span_from, r.span_to, r.marks
        from chancery.meeting_reports r
        where r.block_id = any(blocks)
        union all
        select distinct r.block_id, r.telling_id, r.span_from, r.span_to, r.marks
        from chancery.agreement_reports r
        where r.block_id = any(blocks)
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
            end as tier
        from told t
        where t.block_id in (select block_id from told group by block_id having count(*) > 1)
    ),
    -- Days that follow each other and yet are two: their marks contradict, or one article tells of both.
    parted as (
        select a.block_id, a.span_from as day
        from several a
        join several b on b.block_id = a.block_id and b.tier = 0 and b.span_from = a.span_from + 1
        where a.tier = 0
          and (
              chancery.contradict(a.marks, b.marks)
              or exists (
                  select
                  from chancery.meeting_reports x
                  join chancery.meeting_reports y on y.article_id = x.article_id
                  where x.block_id = a.block_id
                    and x.telling_id = a.telling_id
                    and x.date is not null
                    and y.block_id = b.block_id
                    and y.telling_id = b.telling_id
                    and y.date is not null
              )
              or exists (
                  select
                  from chancery.agreement_reports x
                  join chancery.agreement_reports y on y.article_id = x.article_id
                  where x.block_id = a.block_id
                    and x.telling_id = a.telling_id
                    and x.signed_on is not null
                    and y.block_id = b.block_id
                    and y.telling_id = b.telling_id
                    and y.signed_on is not null
              )
          )
    ),
    days as (
        select
            d.block_id, d.day,
            coalesce(d.day - lag(d.day) over (partition by d.block_id order by d.day) = 1, false)
                and (d.block_id, d.day - 1) not in (select block_id, day from parted) as follows
        from (select distinct block_id, span_from as day from several where tier = 0) d
    ),
    runs as (
        select
            block_id, day,
            count(*) filter (where not follows) over (partition by block_id order by day) as run
        from days
    ),
    -- Of days that follow each other, two by two from the first.
    pairs as (
        select
            block_id, day,
            day - ((row_number() over (partition by block_id, run order by day) - 1) % 2)::integer as slot
        from runs
    ),
    slotted as materialized (
        select s.*, coalesce(p.slot, s.span_from, '-infinity') as slot
        from several s
        left join pairs p on s.tier = 0 and p.block_id = s.block_id and p.day = s.span_from
    ),
    namings as materialized (
        select distinct block_id, tier, slot, marks
        from slotted
    ),
    torn as (
        select distinct a.block_id, a.tier, a.slot
        from namings a
        join namings b on b.block_id = a.block_id and b.tier = a.tier and b.slot = a.slot and b.marks > a.marks
        where chancery.contradict(a.marks, b.marks)
    ),
    -- Where tellings of one time contradict each other, each goes with the fullest naming that has its own in it.
    named as (
        select
            s.*,
            case
                when t.block_id is not null then (
                    select n.marks
                    from namings n
                    where n.block_id = s.block_id
                      and n.tier = s.tier
                      and n.slot = s.slot
                      and n.marks @> s.marks
                    order by cardinality(n.marks) desc, n.marks
                    limit 1
                )
            end as naming
        from slotted s
        left join torn t on t.block_id = s.block_id and t.tier = s.tier and t.slot = s.slot
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
    parcels as materialized (
        select
            p.block_id, p.tier, p.parcel, min(p.span_from) as span_from, max(p.span_to) as span_to,
            coalesce(array_agg(distinct m.mark) filter (where m.mark is not null), '{}') as marks
        from parcelled p
        left join unnest(p.marks) m (mark) on true
        where p.block_id in (select block_id from parcelled where tier > 0)
        group by p.block_id, p.tier, p.parcel
    ),
    -- What is told less precisely goes with the one row that it can be; where there are several, with none.
    months as materialized (
        select m.parcel, min(c.parcel::text)::uuid as target
        from parcels m
        join parcels c on c.block_id = m.block_id
        where m.tier = 1
          and c.tier = 0
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
        where y.tier = 2
          and c.tier < 2
          and c.parcel not in (select parcel from months)
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
        where u.tier = 3
          and c.tier < 3
          and c.parcel not in (select parcel from months)
          and c.parcel not in (select parcel from years)
          and not chancery.contradict(u.marks, c.marks)
        group by u.parcel
        having count(*) = 1
    )
    select p.telling_id, coalesce(m.target, y.target, u.target, p.parcel)
    from parcelled p
    left join months m on m.parcel = p.parcel
    left join years y on y.parcel = p.parcel
    left join undated u on u.parcel = p.parcel
    union all
    select t.telling_id, t.telling_id
    from told t
    where t.block_id not in (select block_id from several);
end;
comment on function chancery.joined_tellings is
    'Which tellings of these blocks are one row, named after one of them. Days a day apart at most are one, unless marks contradict or one article tells of both; a month, a year or no date goes with the one row that it can be.';
