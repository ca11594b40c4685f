create table chancery.articles (
    id text collate "C" primary key,
    source text,
    url text,
    title text,
    language text collate "C" not null,
    published_on date,
    content_hash bytea not null
        check (octet_length(content_hash) = 32),
    extractor_version text collate "C" not null,
    body text not null
);
create index articles_published_on
    on chancery.articles (published_on);
create index articles_source
    on chancery.articles (source, published_on);
comment on table chancery.articles is 'The articles that were read, exactly as read.';
comment on column chancery.articles.id is 'The record''s own id, or the file''s path below the folder that was read.';
comment on column chancery.articles.source is 'The outlet, as the record names it.';
comment on column chancery.articles.url is 'Where it was published.';
comment on column chancery.articles.title is 'Given, or the line that reads as one.';
comment on column chancery.articles.language is 'BCP 47 tag: ru.';
comment on column chancery.articles.published_on is
    'The day that "today" means in it: given, or from a dateline; null when neither.';
comment on column chancery.articles.content_hash is 'SHA-256 over all that was read of it; an article with another is a changed one.';
comment on column chancery.articles.extractor_version is 'The version of the rules that read it.';
comment on column chancery.articles.body is 'The text. Offsets of facts count its characters from 0.';

create table chancery.article_countries (
    article_id text collate "C" not null
        references chancery.articles on delete cascade,
    country chancery.country_code not null
        references chancery.countries,
    mentions integer not null
        check (mentions > 0),
    primary key (article_id, country)
);
create index article_countries_country
    on chancery.article_countries (country);
comment on table chancery.article_countries is 'The countries an article mentions.';
comment on column chancery.article_countries.article_id is 'The article.';
comment on column chancery.article_countries.country is 'The country: by name, adjective, people, capital or seat of power.';
comment on column chancery.article_countries.mentions is 'How often.';
