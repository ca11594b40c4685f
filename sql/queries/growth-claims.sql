-- Is what is said to have grown borne out by the amounts that are told?
select
    countries, indicator, period_from, period_to, claimed_percent, level_before, level_now, unit, implied_percent, agrees
from chancery.growth_claims
where level_now is not null
order by countries, indicator, period_to, claimed_percent;
