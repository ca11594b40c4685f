-- Which officials of different states met each other most often?
select person, person_countries, counterpart, counterpart_countries, held, planned, first_on, last_on
from chancery.who_met_whom
where person < counterpart collate "C"
order by held desc, planned desc, person, counterpart;
