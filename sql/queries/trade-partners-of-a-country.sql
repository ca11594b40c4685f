-- With whom does a country trade most, by the latest whole year told for each partner?
--
-- chancery psql -v country=UZ -f sql/queries/trade-partners-of-a-country.sql
\if :{?country} \else \set country KZ \endif

with latest as (
    select distinct on (partner, unit)
        case country_a when :'country' then country_b else country_a end as partner, unit, year, actual
    from chancery.trade_by_year
    where :'country' in (country_a, country_b)
      and actual is not null
      and actual_from = make_date(year, 1, 1)
      and actual_to = make_date(year, 12, 31)
    order by partner, unit, year desc
)
select c.name_ru as partner, l.year, l.unit, l.actual
from latest l
join chancery.countries c on c.code = l.partner
order by l.unit, l.actual desc, l.partner;
