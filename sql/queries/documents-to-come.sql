-- Which documents are being prepared and are not told to be signed?
select p.countries, p.orgs, p.kind, p.title, p.published_on as told_on, p.source
from chancery.agreement_register p
where p.status = 'planned'
  and not exists (
      select
      from chancery.agreements s
      where s.status = 'signed'
        and s.kind = p.kind
        and s.countries = p.countries
        and lower(s.title) = lower(p.title)
  )
order by p.countries, p.orgs, p.kind, p.title, p.id;
