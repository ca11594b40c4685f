-- What do states mean to reach, by when, and how far are they?
select
    due_on, countries, indicator, comparator, value as target, unit, latest, latest_to, percent_reached, outcome,
    stated_on
from chancery.targets
where indicator in ('trade_turnover', 'exports', 'imports', 'investment', 'freight')
order by due_on, countries, indicator, value;
