-- How often did each pair of states meet in each year, and how high?
select
    country_a, country_b, year,
    sum(meetings) filter (where level = 'head_of_state') as heads_of_state,
    sum(meetings) filter (where level = 'head_of_government') as heads_of_government,
    sum(meetings) filter (where level = 'minister') as ministers,
    sum(meetings) filter (where level is null or level not in ('head_of_state', 'head_of_government', 'minister')) as others,
    sum(meetings) as meetings
from chancery.meetings_by_pair
where status = 'held'
group by country_a, country_b, year
order by meetings desc, country_a, country_b, year;
