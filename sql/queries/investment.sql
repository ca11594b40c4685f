-- Who invests in whom, how much, and is it done or promised?
select
    origin, destination, countries, nature, comparator, value, unit, period_from, period_to, subject, source
from chancery.figure_register
where indicator in ('investment', 'projects_value')
  and measure = 'level'
order by origin nulls last, destination nulls last, countries, value, unit;
