-- Whom did somebody meet, when and where?
--
-- chancery psql -v person='Шавкат Мирзиёев' -f sql/queries/calendar-of-a-person.sql
\if :{?person} \else \set person 'Касым-Жомарт Токаев' \endif

select m.date, m.status, m.kind, m.countries, m.place_city as place, m.participants
from chancery.meeting_register m
where exists (
    select
    from chancery.meeting_participants p
    where p.meeting_id = m.id
      and p.name = :'person'
)
order by m.date_from nulls last, m.date_to, m.status, m.kind, m.id;
