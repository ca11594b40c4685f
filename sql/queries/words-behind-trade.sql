-- Which words say what two states trade? Each quote stands at its place in its article.
select
    f.countries, f.value, f.unit, f.nature, f.period_to, a.id as article, r.char_start, r.char_end, r.quote,
    r.quote = substr(a.body, r.char_start + 1, r.char_end - r.char_start) as exact
from chancery.figures f
join chancery.figure_reports r on r.figure_id = f.id
join chancery.articles a on a.id = r.article_id
where f.indicator = 'trade_turnover'
  and f.measure = 'level'
  and cardinality(f.countries) = 2
order by f.countries, f.period_to nulls last, f.value, a.id, r.char_start;
