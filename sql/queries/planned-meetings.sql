-- Which meetings are announced and not told to have taken place?
select p.date, p.kind, p.level, p.countries, p.orgs, p.place_city as place, p.published_on as told_on, p.quote
from chancery.meeting_register p
where p.status = 'planned'
  and not exists (
      select
      from chancery.meetings h
      where h.status = 'held'
        and h.kind = p.kind
        and h.countries = p.countries
        and h.date_from <= p.date_to
        and h.date_to >= p.date_from
  )
order by p.date_from nulls last, p.countries, p.kind, p.id;
