-- What documents say, for search: the words of each one's newest revision. Written when somebody searches, from what the feed
-- holds behind `number`, so that writing a document costs nothing more.
create table document_words(
    workspace uuid not null,
    document uuid not null,
    words tsvector not null,
    primary key(workspace, document)
);
create index document_words_found on document_words using gin(words);

create table document_words_end(
    workspace uuid primary key,
    number bigint not null default 0
);
