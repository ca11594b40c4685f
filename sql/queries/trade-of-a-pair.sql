-- What do two states trade, year by year, and what did they aim at?
--
-- chancery psql -v a=KZ -v b=UZ -f sql/queries/trade-of-a-pair.sql
\if :{?a} \else \set a KZ \endif
\if :{?b} \else \set b TJ \endif

select
    year, unit, actual, actual_comparator as exactness, actual_from, actual_to, actual_subject, target, percent_of_target,
    potential, sources
from chancery.trade_by_year
where country_a = least(:'a', :'b')
  and country_b = greatest(:'a', :'b')
order by year, unit;
