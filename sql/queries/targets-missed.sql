-- Which targets came due, and were they reached?
select t.due_on, t.countries, t.indicator, t.value as target, t.latest as reached, t.unit, t.outcome, r.quote, r.source
from chancery.targets t
join chancery.figure_register r on r.id = t.figure_id
where t.outcome in ('missed', 'reached')
order by t.due_on, t.countries, t.indicator, t.value;
