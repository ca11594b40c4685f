-- Which states do articles name together?
select a.country as country_a, b.country as country_b, count(*) as articles
from chancery.article_countries a
join chancery.article_countries b on b.article_id = a.article_id and b.country > a.country
group by a.country, b.country
having count(*) > 1
order by articles desc, country_a, country_b;
