-- What did a country sign, with whom, and which words say so?
--
-- chancery psql -v country=UZ -f sql/queries/signed-documents.sql
\if :{?country} \else \set country KZ \endif

select signed_on, kind, title, countries, orgs, count, value, unit, articles, quote
from chancery.agreement_register
where status = 'signed'
  and :'country' = any(countries)
order by signed_from nulls last, kind, title, id;
