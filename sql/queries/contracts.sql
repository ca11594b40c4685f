-- What are the contracts worth that were signed at forums and visits?
select published_on, signed_on, countries, title, value, unit, quote
from chancery.agreement_register
where kind = 'contract'
  and value is not null
order by unit, value desc, published_on, id;
