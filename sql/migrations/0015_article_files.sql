-- Where articles were last read: what a folder that is the whole truth may take away again. No part of what is said,
-- so apart from the articles: those are the same wherever their files lie.

create table chancery.article_files (
    article_id text collate "C" primary key
        references chancery.articles on delete cascade,
    file text collate "C" not null
);
comment on table chancery.article_files is
    'Where each article was last read. `run --prune` withdraws those that were read from the files and folders it is given and are not there any more.';
comment on column chancery.article_files.article_id is 'The article.';
comment on column chancery.article_files.file is 'The file by its absolute path, - for standard input.';
