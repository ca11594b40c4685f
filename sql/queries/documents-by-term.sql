-- Which programmes, plans and roadmaps have a term, and when does it end?
select term_to, term_from, status, kind, title, countries, orgs
from chancery.agreement_register
where term_from is not null
   or term_to is not null
order by term_to nulls last, term_from, title, id;
