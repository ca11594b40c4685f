-- Every country of a report is a row of countries, and its list is sorted, each once.
select r.kind || ' report ' || r.id as place, array_to_string(r.countries, ',') as detail
from (
    select
        'meeting' as kind, id, countries::text[] as countries,
        countries::text[] || array_remove(array[place_country, host]::text[], null) as named
    from chancery.meeting_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'figure', id, countries::text[], countries::text[] || array_remove(array[origin, destination]::text[], null)
    from chancery.figure_reports
    where $1::text[] is null
       or article_id = any($1)
    union all
    select 'agreement', id, countries::text[], countries::text[]
    from chancery.agreement_reports
    where $1::text[] is null
       or article_id = any($1)
) r
where exists (
    select
    from unnest(r.named) n (code)
    where n.code not in (select code::text from chancery.countries)
)
   or r.countries <> array(select distinct c collate "C" from unnest(r.countries) c order by 1)
