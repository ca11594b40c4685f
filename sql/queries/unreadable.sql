-- What could not be read, and why?
select reason, rejects, example
from chancery.reject_summary
order by rejects desc, reason;
