-- Who states the figures: which officials, how many, of what?
select speaker, count(*) as figures, array_agg(distinct indicator order by indicator) as indicators
from chancery.figures
where speaker is not null
group by speaker
order by figures desc, speaker;
