alter table chancery.articles
    add column format text collate "C"
        check (format in ('html', 'rss', 'atom', 'csv')),
    add column encoding text collate "C",
    add column part text,
    add column published_from text;
comment on column chancery.articles.format is
    'What the article was taken out of: html, rss, atom, csv; null when the text was given as it stands.';
comment on column chancery.articles.encoding is 'The encoding of that file: UTF-8, windows-1251.';
comment on column chancery.articles.part is
    'The part of it that became the body: div[itemprop=articleBody], content:encoded, column text.';
comment on column chancery.articles.published_from is
    'Where in it the day of publication stood: article:published_time, pubDate; null when it was not told or read in the text.';
