-- Every country of a report is a row of countries, and its list is sorted, each once.
with reports as (
    select
        'meeting' as kind, id, countries::text[] as countries,
        array_remove(array[place_country, host]::text[], null) as others
    from chancery.meeting_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'figure', id, countries::text[], array_remove(array[origin, destination]::text[], null)
    from chancery.figure_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'agreement', id, countries::text[], '{}'
    from chancery.agreement_reports
    where $1::text[] is null
       or article_id = any($1)
), wrong as materialized (
    -- There are far fewer lists than reports.
    select l.countries, l.others
    from (select distinct countries, others from reports) l
    where exists (
        select
        from unnest(l.countries || l.others) n (code)
        where n.code not in (select code::text from chancery.countries)
    )
       or l.countries <> array(select distinct c collate "C" from unnest(l.countries) c order by 1)
)
select r.kind || ' report ' || r.id as place, array_to_string(r.countries, ',') as detail
from reports r
where (r.countries, r.others) in (select w.countries, w.others from wrong w)
