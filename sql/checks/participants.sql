-- Principals have a name, an office of the list or none, and a country of the list or none.
select 'meeting report ' || r.id as place, p.person::text as detail
from chancery.meeting_reports r
cross join jsonb_array_elements(r.participants) p (person)
where ($1::text[] is null or r.article_id = any($1))
  and (
      coalesce(p.person ->> 'name', '') !~ '[^[:space:]]'
      or p.person ->> 'country' not in (select code::text from chancery.countries)
      or p.person ->> 'office' not in (
          'president', 'vice_president', 'monarch', 'prime_minister', 'deputy_prime_minister', 'foreign_minister',
          'minister', 'speaker', 'ambassador', 'governor', 'mayor', 'secretary_general', 'executive', 'other'
      )
  )
