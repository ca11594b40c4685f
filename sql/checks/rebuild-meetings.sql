-- Meetings, their countries and principals, and people are what the reports give.
with scope as (
    select distinct meeting_id as id
    from chancery.meeting_reports
    where $1::text[] is null
       or article_id = any($1)
), people as (
    select name
    from chancery.meeting_participants
    where meeting_id in (select id from scope)
)
select 'meeting ' || id as place, 'is not what its reports give' as detail
from (
    select *
    from chancery.meetings
    where id in (select id from scope)
) t
full join (
    select *
    from chancery.merged_meetings(array(select id from scope))
) v using (id)
where coalesce(t *<> v, true)
union all
select 'country ' || country || ' of meeting ' || meeting_id, 'is missing or too much'
from (
    select *
    from chancery.meeting_countries
    where meeting_id in (select id from scope)
) t
full join (
    select *
    from chancery.meeting_countries_merged
    where meeting_id in (select id from scope)
) v using (meeting_id, country)
where coalesce(t *<> v, true)
union all
select 'participant ' || position || ' of meeting ' || meeting_id, 'is not what its reports give'
from (
    select *
    from chancery.meeting_participants
    where meeting_id in (select id from scope)
) t
full join (
    select *
    from chancery.merged_participants(array(select id from scope))
) v using (meeting_id, position)
where coalesce(t *<> v, true)
union all
select 'person ' || name, 'is not what the meetings give'
from (
    select *
    from chancery.people
    where name in (select name from people)
       or $1 is null
) t
full join (
    select *
    from chancery.people_merged
    where name in (select name from people)
) v using (name)
where coalesce(t *<> v, true)
