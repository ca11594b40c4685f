-- When did two states meet, at what level, where and who?
--
-- chancery psql -v a=KZ -v b=UZ -f sql/queries/meetings-of-a-pair.sql
\if :{?a} \else \set a KZ \endif
\if :{?b} \else \set b UZ \endif

select date, status, kind, level, countries, place_city as place, participants, articles
from chancery.meeting_register
where countries @> array[:'a', :'b']
order by date_from nulls last, date_to, status, kind, participants, id;
