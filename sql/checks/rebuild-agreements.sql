-- Agreements and their countries are what the reports give.
with scope as (
    select distinct agreement_id as id
    from chancery.agreement_reports
    where $1::text[] is null
       or article_id = any($1)
)
select 'agreement ' || id as place, 'is not what its reports give' as detail
from (
    select *
    from chancery.agreements
    where id in (select id from scope)
) t
full join (
    select *
    from chancery.merged_agreements(array(select id from scope))
) v using (id)
where coalesce(t *<> v, true)
union all
select 'country ' || country || ' of agreement ' || agreement_id, 'is missing or too much'
from (
    select *
    from chancery.agreement_countries
    where agreement_id in (select id from scope)
) t
full join (
    select *
    from chancery.agreement_countries_merged
    where agreement_id in (select id from scope)
) v using (agreement_id, country)
where coalesce(t *<> v, true)
