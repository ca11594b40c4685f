-- Titles in a long and a short form are one document's. What they tell apart is read with the article, by `DocumentName`;
-- joining goes by it as by any mark.

comment on column chancery.agreement_reports.block_id is
    'Kind, parties and title, without the parties and the years of its term in it, of a treaty the first four words: only reports of one block can be one document.';
comment on column chancery.agreement_reports.marks is
    'Number and worth, the years in its title and, of a treaty, what follows the first four words, as joining compares it: {"#=14","$=320000000 USD","years=2024/2026"}; two reports with other values for what stands before = contradict each other.';
comment on view chancery.agreement_sources is
    'The reports behind each document, why they were joined, and what they say otherwise. Joined are reports of one kind, set of parties and title, of packages and contracts one time, whose dates are a day apart at most or one inside the other. Titles are one with the parties named in them or not, and with the years of the term or not; a treaty''s shorter title, of four words at least, goes with the longer one that begins so, where they are of one day, or where one is undated and no other treaty it can be is dated.';
