-- What does each source give, how dense is it, and since when?
select
    f.source, f.articles, f.undated, f.without_facts, f.meetings, f.figures, f.agreements, f.first_on, f.newest_on,
    (select count(*) from chancery.coverage c where c.source is not distinct from f.source) as months
from chancery.freshness f
order by f.articles desc, f.source;
