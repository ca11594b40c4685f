-- Why a row is one: the reports behind it, what joined each, and where each says something else.

create view chancery.meeting_sources as
select
    r.meeting_id, r.id as report_id, r.article_id, a.source, a.url, a.published_on,
    case
        when m.reports = 1 then 'the only report'
        when r.date is null then 'undated' || coalesce(', published ' || a.published_on, '')
        when r.date = m.date and length(r.date) = 10 then 'the same day'
        when r.date = m.date then 'the same date'
        when length(r.date) < length(m.date) then 'within ' || r.date
        else 'a day apart'
    end as joined_by,
    nullif(
        concat_ws(
            '; ',
            case when r.status <> m.status then 'status: ' || r.status end,
            case when not starts_with(m.date, r.date) then 'date: ' || r.date end,
            case when r.visit <> m.visit then 'visit: ' || r.visit end,
            case when r.place_city <> m.place_city then 'city: ' || r.place_city end,
            case when r.place_country <> m.place_country then 'country of the place: ' || r.place_country end,
            case when r.host <> m.host then 'host: ' || r.host end
        ), '') as differs,
    r.quote, r.char_start, r.char_end
from chancery.meeting_reports r
join chancery.meetings m on m.id = r.meeting_id
join chancery.articles a on a.id = r.article_id;
comment on view chancery.meeting_sources is
    'The reports behind each meeting, why they were joined, and what they say otherwise. Joined are reports of one kind, level and set of states and organisations, a day apart at most or one date inside the other, whose names and cities do not contradict.';
comment on column chancery.meeting_sources.meeting_id is 'The meeting.';
comment on column chancery.meeting_sources.report_id is 'The report.';
comment on column chancery.meeting_sources.joined_by is 'What its date has to do with that of the row.';
comment on column chancery.meeting_sources.differs is 'Values that other reports outvoted; null when there are none.';

create view chancery.figure_sources as
select
    r.figure_id, r.id as report_id, r.article_id, a.source, a.url, a.published_on,
    case
        when f.reports = 1 then 'the only report'
        when f.period_from is null and f.period_to is null then
            'the same value without a period, published in ' || to_char(a.published_on, 'YYYY')
        else 'the same value for the same period'
    end as joined_by,
    nullif(
        concat_ws(
            '; ',
            case when r.subject <> f.subject then 'subject: ' || r.subject end,
            case when r.comparator <> f.comparator then 'comparator: ' || r.comparator end,
            case when r.speaker <> f.speaker then 'speaker: ' || r.speaker end
        ), '') as differs,
    r.quote, r.char_start, r.char_end
from chancery.figure_reports r
join chancery.figures f on f.id = r.figure_id
join chancery.articles a on a.id = r.article_id;
comment on view chancery.figure_sources is
    'The reports behind each figure, why they were joined, and what they say otherwise. Joined are reports of one value, unit, measure, direction, nature and period for the same countries and direction of flow; without a period those published in one year.';
comment on column chancery.figure_sources.figure_id is 'The figure.';
comment on column chancery.figure_sources.report_id is 'The report.';
comment on column chancery.figure_sources.joined_by is 'What they have in common.';
comment on column chancery.figure_sources.differs is 'Values that other reports outvoted; null when there are none.';

create view chancery.agreement_sources as
select
    r.agreement_id, r.id as report_id, r.article_id, a.source, a.url, a.published_on,
    case
        when g.reports = 1 then 'the only report'
        when r.signed_on is null then 'undated'
        when r.signed_on = g.signed_on and length(r.signed_on) = 10 then 'signed the same day'
        when r.signed_on = g.signed_on then 'signed at the same date'
        when length(r.signed_on) < length(g.signed_on) then 'signed within ' || r.signed_on
        else 'signed a day apart'
    end as joined_by,
    nullif(
        concat_ws(
            '; ',
            case when r.status <> g.status then 'status: ' || r.status end,
            case when r.title <> g.title then 'title: ' || r.title end,
            case when not starts_with(g.signed_on, r.signed_on) then 'signed_on: ' || r.signed_on end,
            case when r.count <> g.count then 'count: ' || r.count end,
            case when r.value <> g.value then 'value: ' || r.value end,
            case when r.term_from <> g.term_from or r.term_to <> g.term_to then
                'term: ' || concat_ws(' to ', r.term_from, r.term_to)
            end
        ), '') as differs,
    r.quote, r.char_start, r.char_end
from chancery.agreement_reports r
join chancery.agreements g on g.id = r.agreement_id
join chancery.articles a on a.id = r.article_id;
comment on view chancery.agreement_sources is
    'The reports behind each document, why they were joined, and what they say otherwise. Joined are reports of one kind, set of parties and title, of packages and contracts one time, whose dates are a day apart at most or one inside the other.';
comment on column chancery.agreement_sources.agreement_id is 'The document.';
comment on column chancery.agreement_sources.report_id is 'The report.';
comment on column chancery.agreement_sources.joined_by is 'What its date has to do with that of the row.';
comment on column chancery.agreement_sources.differs is 'Values that other reports outvoted; null when there are none.';

do $$
declare
    missing record;
begin
    for missing in
        select t.attrelid::regclass::text as target, t.attname, col_description(o.attrelid, o.attnum) as text
        from pg_attribute t
        join pg_attribute o on o.attname = t.attname
            and o.attrelid in ('chancery.articles'::regclass, 'chancery.meeting_reports'::regclass)
        where t.attrelid in (
                'chancery.meeting_sources'::regclass, 'chancery.figure_sources'::regclass,
                'chancery.agreement_sources'::regclass
            )
          and col_description(t.attrelid, t.attnum) is null
          and col_description(o.attrelid, o.attnum) is not null
    loop
        execute format('comment on column %s.%I is %L', missing.target, missing.attname, missing.text);
    end loop;
end
$$;
