-- Which officials of different states met each other most often, and how often of it at a meeting of more states?
select person, person_countries, counterpart, counterpart_countries, held, multilateral, planned, first_on, last_on
from chancery.who_met_whom
where person < counterpart collate "C"
order by held - multilateral desc, held desc, planned desc, person, counterpart;
