-- A report is what one article says, a function of the article and the extractor's version alone. The keys to
-- meetings, figures and agreements are no foreign keys: those rows are computed from these, after them.

create domain chancery.meeting_kind as text collate "C"
    check (value in ('talks', 'call', 'summit', 'session', 'forum', 'visit'));
comment on domain chancery.meeting_kind is
    'talks in person, call by phone or video, summit of three or more states or an organisation, session of a commission, forum, visit without a particular encounter.';

create domain chancery.meeting_level as text collate "C"
    check (value in ('head_of_state', 'head_of_government', 'parliament', 'minister', 'official', 'business'));
comment on domain chancery.meeting_level is
    'The highest level taking part, from head_of_state down: head_of_government, parliament, minister, official, business.';

create domain chancery.meeting_status as text collate "C"
    check (value in ('held', 'planned', 'cancelled'));
comment on domain chancery.meeting_status is 'held, planned or cancelled.';

create domain chancery.visit_kind as text collate "C"
    check (value in ('state', 'official', 'working'));
comment on domain chancery.visit_kind is 'state, official or working visit.';

create domain chancery.unit as text collate "C"
    check (value ~ '^[A-Z]{3}$' or value in (
        'percent', 'times', 'count', 'tonne', 'kilometre', 'kilogram', 'cubic_metre', 'square_metre', 'hectare',
        'kilowatt_hour', 'watt', 'barrel', 'teu', 'litre', 'metre'
    ));
comment on domain chancery.unit is
    'What is counted: an ISO 4217 currency (USD), or percent, times, count, tonne, … Prefixes are folded into the value.';

create domain chancery.amount as numeric
    check (value not in ('NaN', 'Infinity', '-Infinity'));
comment on domain chancery.amount is 'A finite number.';

create domain chancery.figure_comparator as text collate "C"
    check (value in ('eq', 'approx', 'gt', 'lt'));
comment on domain chancery.figure_comparator is 'eq exactly, approx about, gt more than or at least, lt less than or at most.';

create domain chancery.figure_measure as text collate "C"
    check (value in ('level', 'change'));
comment on domain chancery.figure_measure is 'level the amount itself, change how much it moved.';

create domain chancery.figure_direction as text collate "C"
    check (value in ('up', 'down'));
comment on domain chancery.figure_direction is 'up or down.';

create domain chancery.figure_nature as text collate "C"
    check (value in ('actual', 'target', 'potential'));
comment on domain chancery.figure_nature is
    'actual reached or reported, target agreed or planned, potential what could be.';

create domain chancery.agreement_kind as text collate "C"
    check (value in (
        'treaty', 'agreement', 'declaration', 'memorandum', 'statement', 'roadmap', 'program', 'plan', 'protocol',
        'contract', 'package', 'other'
    ));
comment on domain chancery.agreement_kind is
    'What a document is: treaty, agreement, declaration, memorandum, …; package several of them told as one.';

create domain chancery.agreement_status as text collate "C"
    check (value in ('signed', 'planned', 'existing'));
comment on domain chancery.agreement_status is 'signed, planned to be signed, or existing and in force.';

create table chancery.meeting_reports (
    id uuid primary key,
    article_id text collate "C" not null
        references chancery.articles on delete cascade,
    meeting_id uuid not null,
    kind chancery.meeting_kind not null,
    countries chancery.country_codes not null,
    orgs text[] not null,
    level chancery.meeting_level,
    participants jsonb not null
        check (jsonb_typeof(participants) = 'array'),
    visit chancery.visit_kind,
    formats text[] not null
        check (formats <@ '{narrow,extended}'),
    status chancery.meeting_status not null,
    date chancery.partial_date,
    date_from date,
    date_to date,
    place_city text,
    place_country chancery.country_code,
    host chancery.country_code,
    char_start integer not null
        check (char_start >= 0),
    char_end integer not null,
    evidence jsonb not null,
    quote text not null,
    sentence text not null,
    rule text not null,
    check (char_start <= char_end),
    check (char_length(quote) = char_end - char_start),
    check (date_from <= date_to),
    check (num_nonnulls(date, date_from, date_to) in (0, 3))
);
create index meeting_reports_article
    on chancery.meeting_reports (article_id);
create index meeting_reports_meeting
    on chancery.meeting_reports (meeting_id);
comment on table chancery.meeting_reports is 'What each article says of encounters between states.';
comment on column chancery.meeting_reports.id is 'UUID version 5 over the article''s id and the fact''s place in it.';
comment on column chancery.meeting_reports.article_id is 'The article that says so.';
comment on column chancery.meeting_reports.meeting_id is 'The meeting it tells of: reports with one meeting_id are one row of meetings.';
comment on column chancery.meeting_reports.kind is 'What sort of encounter.';
comment on column chancery.meeting_reports.countries is 'The states represented, sorted.';
comment on column chancery.meeting_reports.orgs is 'Abbreviations of organisations represented or hosting, sorted.';
comment on column chancery.meeting_reports.level is 'The highest level taking part; null when the text does not tell.';
comment on column chancery.meeting_reports.participants is 'The principals: [{"name", "country", "office"}], as the article names them.';
comment on column chancery.meeting_reports.visit is 'The visit it is part of.';
comment on column chancery.meeting_reports.formats is 'narrow (one to one), extended (with delegations), both or none.';
comment on column chancery.meeting_reports.status is 'Whether it took place.';
comment on column chancery.meeting_reports.date is 'As much of the date as is known.';
comment on column chancery.meeting_reports.date_from is 'The first day that date can be.';
comment on column chancery.meeting_reports.date_to is 'The last day that date can be; equal to date_from when the day is known.';
comment on column chancery.meeting_reports.place_city is 'The city, nominative.';
comment on column chancery.meeting_reports.place_country is 'The country of the place.';
comment on column chancery.meeting_reports.host is 'The receiving side.';
comment on column chancery.meeting_reports.char_start is 'Where the quote begins in articles.body, counted from 0: substr(body, char_start + 1, char_end - char_start).';
comment on column chancery.meeting_reports.char_end is 'Where the quote ends: the first character after it.';
comment on column chancery.meeting_reports.evidence is 'Every place that says so: [{"start", "end"}], the first being the quote''s.';
comment on column chancery.meeting_reports.quote is 'The words that say so.';
comment on column chancery.meeting_reports.sentence is 'The sentence or sentences around the quote.';
comment on column chancery.meeting_reports.rule is 'The name of the rule that read it.';

create table chancery.figure_reports (
    id uuid primary key,
    article_id text collate "C" not null
        references chancery.articles on delete cascade,
    figure_id uuid not null,
    indicator text collate "C" not null,
    subject text,
    value chancery.amount not null,
    value_max chancery.amount,
    unit chancery.unit not null,
    comparator chancery.figure_comparator not null,
    measure chancery.figure_measure not null,
    direction chancery.figure_direction,
    nature chancery.figure_nature not null,
    period_from date,
    period_to date,
    countries chancery.country_codes not null,
    origin chancery.country_code,
    destination chancery.country_code,
    speaker text,
    char_start integer not null
        check (char_start >= 0),
    char_end integer not null,
    evidence jsonb not null,
    quote text not null,
    sentence text not null,
    rule text not null,
    check (char_start <= char_end),
    check (char_length(quote) = char_end - char_start),
    check (period_from <= period_to)
);
create index figure_reports_article
    on chancery.figure_reports (article_id);
create index figure_reports_figure
    on chancery.figure_reports (figure_id);
comment on table chancery.figure_reports is 'What each article says of quantities.';
comment on column chancery.figure_reports.figure_id is 'The figure it states: reports with one figure_id are one row of figures.';
comment on column chancery.figure_reports.indicator is 'What is measured, a code of indicators.';
comment on column chancery.figure_reports.subject is 'The noun phrase measured, in the article''s words.';
comment on column chancery.figure_reports.value is 'The number, scaled: "1,4 миллиарда" is 1400000000.';
comment on column chancery.figure_reports.value_max is 'The upper end of a range, else null.';
comment on column chancery.figure_reports.unit is 'What the value counts.';
comment on column chancery.figure_reports.comparator is 'How exactly it is told.';
comment on column chancery.figure_reports.measure is 'The amount, or how much it moved.';
comment on column chancery.figure_reports.direction is 'Which way a change went; null for a level.';
comment on column chancery.figure_reports.nature is 'Reached, to be reached, or possible.';
comment on column chancery.figure_reports.period_from is 'First day of the time measured; null for a target, and when not stated.';
comment on column chancery.figure_reports.period_to is 'Last day of the time measured, or the day by which a target is due; null when open or not stated.';
comment on column chancery.figure_reports.countries is 'Whose figure it is, sorted.';
comment on column chancery.figure_reports.origin is 'For what flows one way: where from.';
comment on column chancery.figure_reports.destination is 'For what flows one way: where to.';
comment on column chancery.figure_reports.speaker is 'Whom the figure is attributed to, nominative.';

create table chancery.agreement_reports (
    id uuid primary key,
    article_id text collate "C" not null
        references chancery.articles on delete cascade,
    agreement_id uuid not null,
    kind chancery.agreement_kind not null,
    title text not null,
    status chancery.agreement_status not null,
    countries chancery.country_codes not null,
    orgs text[] not null,
    signed_on chancery.partial_date,
    signed_from date,
    signed_to date,
    count integer
        check (count >= 0),
    value chancery.amount,
    unit chancery.unit,
    term_from date,
    term_to date,
    char_start integer not null
        check (char_start >= 0),
    char_end integer not null,
    evidence jsonb not null,
    quote text not null,
    sentence text not null,
    rule text not null,
    check (char_start <= char_end),
    check (char_length(quote) = char_end - char_start),
    check (signed_from <= signed_to),
    check (num_nonnulls(signed_on, signed_from, signed_to) in (0, 3)),
    check (term_from <= term_to)
);
create index agreement_reports_article
    on chancery.agreement_reports (article_id);
create index agreement_reports_agreement
    on chancery.agreement_reports (agreement_id);
comment on table chancery.agreement_reports is 'What each article says of documents between states.';
comment on column chancery.agreement_reports.agreement_id is 'The document it tells of: reports with one agreement_id are one row of agreements.';
comment on column chancery.agreement_reports.kind is 'What sort of document.';
comment on column chancery.agreement_reports.title is 'Its name as the article gives it, nominative.';
comment on column chancery.agreement_reports.status is 'Whether it is signed.';
comment on column chancery.agreement_reports.countries is 'The parties that are states, sorted.';
comment on column chancery.agreement_reports.orgs is 'The parties that are organisations: abbreviations, sorted.';
comment on column chancery.agreement_reports.signed_on is 'As much of the date of signature as is known.';
comment on column chancery.agreement_reports.signed_from is 'The first day that signed_on can be.';
comment on column chancery.agreement_reports.signed_to is 'The last day that signed_on can be.';
comment on column chancery.agreement_reports.count is 'The number of documents of a package, else null.';
comment on column chancery.agreement_reports.value is 'What contracts are worth, scaled.';
comment on column chancery.agreement_reports.unit is 'The currency of value.';
comment on column chancery.agreement_reports.term_from is 'First day of the years in its name.';
comment on column chancery.agreement_reports.term_to is 'Last day of the years in its name.';

-- The columns that every kind of report has mean the same in all three.
do $$
declare
    shared record;
begin
    for shared in
        select r.name as table_name, a.attname, col_description(a.attrelid, a.attnum) as text
        from pg_attribute a
        cross join (values ('figure_reports'), ('agreement_reports')) r (name)
        where a.attrelid = 'chancery.meeting_reports'::regclass
          and a.attname in ('id', 'article_id', 'char_start', 'char_end', 'evidence', 'quote', 'sentence', 'rule')
    loop
        execute format('comment on column chancery.%I.%I is %L', shared.table_name, shared.attname, shared.text);
    end loop;
end
$$;
