-- What does a country sell to whom, and buy from whom?
--
-- chancery psql -v country=KZ -f sql/queries/one-way-trade.sql
\if :{?country} \else \set country UZ \endif

select
    case when origin = :'country' then 'sells to ' || coalesce(destination, '?') else 'buys from ' || coalesce(origin, '?') end as way,
    subject, measure, direction, nature, value, unit, period_from, period_to
from chancery.figures
where indicator in ('exports', 'imports')
  and :'country' in (origin, destination)
order by way, period_to nulls last, subject, measure, value;
