-- How often did each pair of states meet in each year, how high, and how often among others, as at a summit?
select
    country_a, country_b, year,
    sum(meetings - multilateral) filter (where level = 'head_of_state') as heads_of_state,
    sum(meetings - multilateral) filter (where level = 'head_of_government') as heads_of_government,
    sum(meetings - multilateral) filter (where level = 'minister') as ministers,
    sum(meetings - multilateral) filter (where level is null or level not in ('head_of_state', 'head_of_government', 'minister')) as others,
    sum(meetings - multilateral) as alone,
    sum(multilateral) as among_others
from chancery.meetings_by_pair
where status = 'held'
group by country_a, country_b, year
order by alone desc, among_others desc, country_a, country_b, year;
