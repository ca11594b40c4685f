-- What a batch touched is looked up by key, one id after the other, whatever the planner takes for cheaper: how much
-- there is in the tables has no part in what a batch costs. Of `offset 0` the planner makes no join of whole tables.
-- What the functions give is what they gave.

create or replace function chancery.joining_scope(blocks uuid[], firsts date[], lasts date[])
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
            where t.block_id = b.block_id
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
            where t.block_id = w.block_id
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
            where t.block_id = d.block_id
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
            where t.block_id = e.block_id
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

create or replace function chancery.joined_tellings(blocks uuid[], firsts date[], lasts date[])
    returns table (block_id uuid, telling_id uuid, row_id uuid)
    language sql
    stable
begin atomic
    with told as materialized (
        select distinct t.block_id, t.telling_id, t.span_from, t.span_to, t.marks
        from unnest(blocks, firsts, lasts) s (block_id, first_day, last_day)
        cross join lateral (
            -- Of what begins on a day, a month or a year is joined with its year alone.
            select t.block_id, t.telling_id, t.span_from, t.span_to, t.marks
            from chancery.tellings t
            where t.block_id = s.block_id
              and t.span_from between s.first_day and s.last_day
              and t.span_to <= s.last_day
            union all
            select t.block_id, t.telling_id, t.span_from, t.span_to, t.marks
            from chancery.tellings t
            where t.block_id = s.block_id
              and s.first_day is null
            offset 0
        ) t
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
               where x.block_id = a.block_id
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
    select p.block_id, p.telling_id, coalesce(m.target, y.target, u.target, p.parcel)
    from parcelled p
    left join months m on m.parcel = p.parcel
    left join years y on y.parcel = p.parcel
    left join undated u on u.parcel = p.parcel
    union all
    select t.block_id, t.telling_id, t.telling_id
    from told t
    where t.block_id not in (select s.block_id from several s);
end;

create or replace function chancery.merged_meetings(ids uuid[])
    returns setof chancery.meetings
    language sql
    stable
begin atomic
    with told as materialized (
        select r.*, count(*) over (partition by r.meeting_id) as reports
        from (select distinct i.id from unnest(ids) i (id)) i
        cross join lateral (
            select
                r.meeting_id, r.kind, r.countries, r.orgs, r.level, r.visit, r.formats, r.status, r.date, r.date_from,
                r.date_to, r.place_city, r.place_country, r.host, r.id, r.article_id,
                num_nonnulls(r.level, r.visit, r.date, r.place_city, r.place_country, r.host)
                    + jsonb_array_length(r.participants) + cardinality(r.formats) + cardinality(r.orgs)
                    + coalesce(length(r.date), 0) as known
            from chancery.meeting_reports r
            where r.meeting_id = i.id
            offset 0
        ) r
    ),
    dated as (
        select t.*, a.published_on
        from told t
        cross join lateral (
            select published_on
            from chancery.articles
            where id = t.article_id
            offset 0
        ) a
        where t.reports > 1
    ),
    voted as (
        select
            t.meeting_id, min(t.kind) as kind, min(t.countries::text[]) as countries, min(t.orgs) as orgs,
            min(t.level) as level,
            mode() within group (order by t.visit) as visit,
            array_remove(
                array[
                    case when bool_or('narrow' = any(t.formats)) then 'narrow' end,
                    case when bool_or('extended' = any(t.formats)) then 'extended' end
                ], null) as formats,
            case
                when bool_or(t.status = 'held') then 'held'
                when bool_or(t.status = 'cancelled') then 'cancelled'
                else 'planned'
            end as status,
            coalesce(
                mode() within group (order by t.date) filter (where length(t.date) = 10),
                mode() within group (order by t.date) filter (where length(t.date) = 7),
                mode() within group (order by t.date)
            )::text as date,
            coalesce(
                mode() within group (order by array[t.place_city collate "C", t.place_country])
                    filter (where t.place_city is not null),
                mode() within group (order by array[null, t.place_country])
                    filter (where t.place_country is not null)
            ) as place,
            mode() within group (order by t.host) as host,
            count(*)::integer as reports,
            count(distinct t.article_id)::integer as articles,
            (array_agg(t.id order by t.known desc, t.published_on, t.article_id, t.id))[1] as report_id
        from dated t
        group by t.meeting_id
    )
    select
        meeting_id, kind, countries, orgs, level, visit, formats, status, date, date_from, date_to, place_city,
        place_country, host, 1, 1, id
    from told
    where reports = 1
    union all
    select
        meeting_id, kind, countries, orgs, level, visit, formats, status, date, chancery.first_day(date),
        chancery.last_day(date), place[1], place[2], host, reports, articles, report_id
    from voted;
end;

create or replace function chancery.merged_figures(ids uuid[])
    returns setof chancery.figures
    language sql
    stable
begin atomic
    with told as materialized (
        select r.*, count(*) over (partition by r.figure_id) as reports
        from (select distinct i.id from unnest(ids) i (id)) i
        cross join lateral (
            select
                r.figure_id, r.indicator, r.subject, r.value, r.value_max, r.unit, r.comparator, r.measure, r.direction,
                r.nature, r.period_from, r.period_to, r.countries, r.origin, r.destination, r.speaker, r.id,
                r.article_id,
                num_nonnulls(
                    r.subject, r.value_max, r.direction, r.period_from, r.period_to, r.origin, r.destination, r.speaker
                ) + cardinality(r.countries) as known
            from chancery.figure_reports r
            where r.figure_id = i.id
            offset 0
        ) r
    ),
    dated as (
        select t.*, a.published_on
        from told t
        cross join lateral (
            select published_on
            from chancery.articles
            where id = t.article_id
            offset 0
        ) a
        where t.reports > 1
    )
    select
        figure_id, indicator, subject, value, value_max, unit, comparator, measure, direction, nature, period_from,
        period_to, countries, origin, destination, speaker, 1, 1, id
    from told
    where reports = 1
    union all
    select
        figure_id, min(indicator), mode() within group (order by subject collate "C"), min(value), min(value_max),
        min(unit), mode() within group (order by comparator), min(measure), min(direction), min(nature),
        min(period_from), min(period_to), min(countries::text[]), min(origin), min(destination),
        mode() within group (order by speaker collate "C"), count(*)::integer, count(distinct article_id)::integer,
        (array_agg(id order by known desc, published_on, article_id, id))[1]
    from dated
    group by figure_id;
end;

create or replace function chancery.merged_agreements(ids uuid[])
    returns setof chancery.agreements
    language sql
    stable
begin atomic
    with told as materialized (
        select r.*, count(*) over (partition by r.agreement_id) as reports
        from (select distinct i.id from unnest(ids) i (id)) i
        cross join lateral (
            select
                r.agreement_id, r.kind, r.title, r.status, r.countries, r.orgs, r.signed_on, r.signed_from, r.signed_to,
                r.count, r.value, r.unit, r.term_from, r.term_to, r.id, r.article_id,
                num_nonnulls(r.signed_on, r.count, r.value, r.unit, r.term_from, r.term_to)
                    + cardinality(r.countries) + cardinality(r.orgs) + coalesce(length(r.signed_on), 0) as known
            from chancery.agreement_reports r
            where r.agreement_id = i.id
            offset 0
        ) r
    ),
    dated as (
        select t.*, a.published_on
        from told t
        cross join lateral (
            select published_on
            from chancery.articles
            where id = t.article_id
            offset 0
        ) a
        where t.reports > 1
    ),
    voted as (
        select
            t.agreement_id, min(t.kind) as kind, mode() within group (order by t.title collate "C") as title,
            case
                when bool_or(t.status = 'signed') then 'signed'
                when bool_or(t.status = 'existing') then 'existing'
                else 'planned'
            end as status,
            min(t.countries::text[]) as countries, min(t.orgs) as orgs,
            coalesce(
                mode() within group (order by t.signed_on) filter (where length(t.signed_on) = 10),
                mode() within group (order by t.signed_on) filter (where length(t.signed_on) = 7),
                mode() within group (order by t.signed_on)
            )::text as signed_on,
            mode() within group (order by t.count) as count,
            mode() within group (order by array[t.value::text, t.unit]) filter (where t.value is not null) as money,
            mode() within group (order by array[t.term_from, t.term_to])
                filter (where num_nonnulls(t.term_from, t.term_to) > 0) as term,
            count(*)::integer as reports,
            count(distinct t.article_id)::integer as articles,
            (array_agg(t.id order by t.known desc, t.published_on, t.article_id, t.id))[1] as report_id
        from dated t
        group by t.agreement_id
    )
    select
        agreement_id, kind, title, status, countries, orgs, signed_on, signed_from, signed_to, count, value, unit,
        term_from, term_to, 1, 1, id
    from told
    where reports = 1
    union all
    select
        agreement_id, kind, title, status, countries, orgs, signed_on, chancery.first_day(signed_on),
        chancery.last_day(signed_on), count, money[1]::numeric, money[2], term[1], term[2], reports, articles, report_id
    from voted;
end;

create or replace function chancery.merged_participants(ids uuid[])
    returns setof chancery.meeting_participants
    language sql
    stable
begin atomic
    with told as materialized (
        select r.meeting_id, r.participants, count(*) over (partition by r.meeting_id) as reports
        from (select distinct i.id from unnest(ids) i (id)) i
        cross join lateral (
            select t.meeting_id, t.participants
            from chancery.meeting_reports t
            where t.meeting_id = i.id
            offset 0
        ) r
    ),
    -- Somebody told twice is known by the last word of the name and, where it is given, the first letter.
    named as (
        select
            t.meeting_id, p.position, p.person ->> 'name' as name, p.person ->> 'country' as country,
            p.person ->> 'office' as office,
            translate(substring(p.person ->> 'name' from '[^[:space:]]+$'), 'ё', 'е') collate "C" as surname,
            substring(p.person ->> 'name' from '^([^[:space:]])[^[:space:]]*[[:space:]]') collate "C" as initial
        from told t
        cross join jsonb_array_elements(t.participants) with ordinality p (person, position)
        where t.reports > 1
    ),
    people as (
        select
            meeting_id, surname, initial,
            min(position) as position,
            mode() within group (order by country) as country,
            mode() within group (order by office) as office
        from named
        group by meeting_id, surname, initial
    ),
    -- The fullest form of a name, not the most used one.
    forms as (
        select distinct on (meeting_id, surname, initial)
            meeting_id, surname, initial, name
        from named
        group by meeting_id, surname, initial, name
        order by meeting_id, surname, initial, position('.' in name), count(*) desc, length(name) desc, name collate "C"
    ),
    listed as (
        select
            p.meeting_id,
            row_number() over (partition by p.meeting_id order by p.position, p.country, f.name collate "C")
                as position,
            f.name, p.country, p.office
        from people p
        join forms f on f.meeting_id = p.meeting_id
            and f.surname = p.surname
            and f.initial is not distinct from p.initial
        where p.initial is not null
           or not exists (
               select
               from people q
               where q.meeting_id = p.meeting_id
                 and q.surname = p.surname
                 and q.initial is not null
           )
    )
    select
        t.meeting_id, p.position::integer, p.person ->> 'name', p.person ->> 'country', p.person ->> 'office'
    from told t
    cross join jsonb_array_elements(t.participants) with ordinality p (person, position)
    where t.reports = 1
    union all
    select meeting_id, position::integer, name, country, office
    from listed;
end;
