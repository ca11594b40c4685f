create domain chancery.load_status as text collate "C"
    check (value in ('running', 'completed', 'failed', 'interrupted'));
comment on domain chancery.load_status is
    'running; completed; failed with an error it could tell; interrupted, killed before it could tell anything.';

create table chancery.loads (
    id uuid primary key,
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    status chancery.load_status not null default 'running',
    program_version text not null,
    extractor_version text not null,
    host text,
    pid integer,
    paths text[] not null,
    articles_read bigint not null default 0,
    articles_new bigint not null default 0,
    articles_replaced bigint not null default 0,
    articles_unchanged bigint not null default 0,
    articles_withdrawn bigint not null default 0,
    rejected bigint not null default 0,
    batches integer not null default 0,
    error text
);
create index loads_started
    on chancery.loads (started_at);
comment on table chancery.loads is 'One row a run: when, what, how much, and how it ended. Counters grow with each batch, in its transaction.';
comment on column chancery.loads.id is 'The run.';
comment on column chancery.loads.started_at is 'When it began.';
comment on column chancery.loads.finished_at is 'When it ended; of an interrupted run its last batch, if there was one.';
comment on column chancery.loads.status is 'How it ended.';
comment on column chancery.loads.program_version is 'The version of chancery.';
comment on column chancery.loads.extractor_version is 'The version of the rules it read with.';
comment on column chancery.loads.host is 'The machine it ran on.';
comment on column chancery.loads.pid is 'Its process there.';
comment on column chancery.loads.paths is 'What it was told to read.';
comment on column chancery.loads.articles_read is 'Articles read: new, replaced, unchanged.';
comment on column chancery.loads.articles_new is 'Articles that were not there before.';
comment on column chancery.loads.articles_replaced is 'Articles that changed, or that newer rules read anew.';
comment on column chancery.loads.articles_unchanged is 'Articles that were there already.';
comment on column chancery.loads.articles_withdrawn is 'Articles taken away.';
comment on column chancery.loads.rejected is 'What could not be read or stored.';
comment on column chancery.loads.batches is 'Transactions committed.';
comment on column chancery.loads.error is 'Why it failed.';

create table chancery.load_batches (
    load_id uuid not null
        references chancery.loads on delete cascade,
    number integer not null,
    committed_at timestamptz not null default now(),
    articles_new integer not null,
    articles_replaced integer not null,
    articles_withdrawn integer not null,
    rejected integer not null,
    meetings integer not null,
    figures integer not null,
    agreements integer not null,
    primary key (load_id, number)
);
comment on table chancery.load_batches is 'One row a transaction of a run.';
comment on column chancery.load_batches.load_id is 'The run.';
comment on column chancery.load_batches.number is 'The order of the transactions of a run, from 1.';
comment on column chancery.load_batches.committed_at is 'When the transaction began to write.';
comment on column chancery.load_batches.articles_new is 'Articles that were not there before.';
comment on column chancery.load_batches.articles_replaced is 'Articles that changed.';
comment on column chancery.load_batches.articles_withdrawn is 'Articles taken away.';
comment on column chancery.load_batches.rejected is 'What could not be read or stored.';
comment on column chancery.load_batches.meetings is 'Meeting reports written.';
comment on column chancery.load_batches.figures is 'Figure reports written.';
comment on column chancery.load_batches.agreements is 'Agreement reports written.';

create table chancery.rejects (
    source text not null,
    line integer
        check (line > 0),
    article_id text,
    reason text collate "C" not null
        check (reason ~ '^[a-z_]+$'),
    detail text not null,
    first_seen timestamptz not null default now(),
    last_seen timestamptz not null default now(),
    load_id uuid
);
create unique index rejects_place
    on chancery.rejects (source, line) nulls not distinct;
comment on table chancery.rejects is 'What could not be read, and why. What becomes readable leaves it.';
comment on column chancery.rejects.source is 'The file as it was named, - for standard input.';
comment on column chancery.rejects.line is 'Line of the file, from 1; null when it concerns the whole file.';
comment on column chancery.rejects.article_id is 'The record''s id, where it could be read.';
comment on column chancery.rejects.reason is
    'missing, unreadable, empty, binary, invalid_encoding, too_large, malformed, no_text, conflicting_id, invalid_date, refused_by_database.';
comment on column chancery.rejects.detail is 'What is wrong, in one line.';
comment on column chancery.rejects.first_seen is 'When it was first found so.';
comment on column chancery.rejects.last_seen is 'When it was last found so.';
comment on column chancery.rejects.load_id is 'The last run that found it so.';
