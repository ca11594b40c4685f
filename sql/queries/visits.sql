-- What came of each visit: who came, what was signed, how many figures were told?
select guests, host, status, visit, date_from, date_to, cities, people, agreements, titles, figures
from chancery.visits
order by date_from nulls last, host, guests, status;
