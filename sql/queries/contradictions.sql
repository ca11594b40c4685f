-- Where do sources give numbers that cannot both be so?
select
    indicator, countries, nature, period_from, period_to, unit, value_a, sources_a, value_b, sources_b,
    difference_percent
from chancery.contradictions
order by difference_percent desc, indicator, countries, value_a;
