-- What a run tells beyond its counts: what it read, how long its stages worked, what it ran on.

create function chancery.schema_version()
returns integer
language sql
stable
begin atomic
    select max(number)
    from chancery.migrations;
end;
comment on function chancery.schema_version() is 'The number of the last migration that was applied.';

alter table chancery.loads
    add column last_seen_at timestamptz,
    add column files integer,
    add column articles_repeated bigint,
    add column read_seconds numeric,
    add column extract_seconds numeric,
    add column normalize_seconds numeric,
    add column load_seconds numeric,
    add column check_seconds numeric,
    add column schema_version integer,
    add column server_version text,
    add column user_name text;
-- Defaults set apart from the columns: earlier runs ran on what nobody wrote down.
alter table chancery.loads
    alter column schema_version set default chancery.schema_version(),
    alter column server_version set default current_setting('server_version'),
    alter column user_name set default session_user;
comment on column chancery.loads.last_seen_at is 'When it last wrote how far it had come: of a run that was killed, shortly before.';
comment on column chancery.loads.files is 'Files that were opened, or should have been; null until it has read all.';
comment on column chancery.loads.articles_repeated is 'Articles told a second time in the run, with the same content; null until it has read all.';
comment on column chancery.loads.read_seconds is 'How long it read files, waiting for others left out.';
comment on column chancery.loads.extract_seconds is 'How long its workers read facts out of articles, all together.';
comment on column chancery.loads.normalize_seconds is 'How long its workers made reports of facts, all together.';
comment on column chancery.loads.load_seconds is 'How long it wrote to the database.';
comment on column chancery.loads.check_seconds is 'How long it tested what it had loaded.';
comment on column chancery.loads.schema_version is 'The last migration applied when it began.';
comment on column chancery.loads.server_version is 'The version of PostgreSQL.';
comment on column chancery.loads.user_name is 'The role that was connected.';

create view chancery.runs as
select
    l.id, l.started_at, coalesce(l.finished_at, l.last_seen_at) as ended_at,
    case
        when l.status = 'running' and not exists (
            -- The lock that one run at a time holds: Loader.runLock.
            select
            from pg_locks k
            where k.locktype = 'advisory'
              and k.classid = x'6c6f6164'::integer::oid
              and k.objid = x'6c6f636b'::integer::oid
              and k.database = (select oid from pg_database where datname = current_database())
              and k.granted
        ) then 'interrupted'
        else l.status
    end as status,
    l.files, l.articles_read, l.articles_new, l.articles_replaced, l.articles_unchanged, l.articles_withdrawn,
    l.articles_repeated, l.rejected, coalesce(b.meetings, 0) as meetings, coalesce(b.figures, 0) as figures,
    coalesce(b.agreements, 0) as agreements, l.batches,
    round(extract(epoch from coalesce(l.finished_at, l.last_seen_at) - l.started_at), 3) as seconds,
    l.read_seconds, l.extract_seconds, l.normalize_seconds, l.load_seconds, l.check_seconds, l.program_version,
    l.extractor_version, l.schema_version, l.server_version, l.host, l.pid, l.user_name, l.paths, l.error
from chancery.loads l
left join (
    select
        load_id, sum(meetings)::bigint as meetings, sum(figures)::bigint as figures,
        sum(agreements)::bigint as agreements
    from chancery.load_batches
    group by load_id
) b on b.load_id = l.id;
comment on view chancery.runs is
    'One row a run with all that is known of it. A run that was killed is interrupted here as soon as its connection is gone.';
comment on column chancery.runs.ended_at is 'When it ended, or was last seen.';
comment on column chancery.runs.status is
    'running, completed, failed, or interrupted: killed before it could tell anything.';
comment on column chancery.runs.meetings is 'Meeting reports written.';
comment on column chancery.runs.figures is 'Figure reports written.';
comment on column chancery.runs.agreements is 'Agreement reports written.';
comment on column chancery.runs.seconds is 'From beginning to end.';

do $$
declare
    missing record;
begin
    for missing in
        select t.attname, col_description(o.attrelid, o.attnum) as text
        from pg_attribute t
        join pg_attribute o on o.attrelid = 'chancery.loads'::regclass and o.attname = t.attname
        where t.attrelid = 'chancery.runs'::regclass
          and t.attnum > 0
          and col_description(t.attrelid, t.attnum) is null
    loop
        execute format('comment on column chancery.runs.%I is %L', missing.attname, missing.text);
    end loop;
end
$$;
