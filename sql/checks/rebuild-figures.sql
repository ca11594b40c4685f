-- Figures and their countries are what the reports give.
with scope as (
    select distinct figure_id as id
    from chancery.figure_reports
    where $1::text[] is null
       or article_id = any($1)
)
select 'figure ' || id as place, 'is not what its reports give' as detail
from (
    select *
    from chancery.figures
    where id in (select id from scope)
) t
full join (
    select *
    from chancery.merged_figures(array(select id from scope))
) v using (id)
where coalesce(t *<> v, true)
union all
select 'country ' || country || ' of figure ' || figure_id, 'is missing or too much'
from (
    select *
    from chancery.figure_countries
    where figure_id in (select id from scope)
) t
full join (
    select *
    from chancery.figure_countries_merged
    where figure_id in (select id from scope)
) v using (figure_id, country)
where coalesce(t *<> v, true)
