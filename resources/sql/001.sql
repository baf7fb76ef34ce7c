-- Documents: headers, contents and what is being written. Everything text or JSON is UTF-8; times are UTC milliseconds.
create table workspace(
    id text not null,
    created_utc_ms integer not null
) strict;

create table document(
    id text primary key,
    kind text not null,
    name text not null,
    schema integer not null,
    changed_utc_ms integer not null,
    deleted integer not null default 0
) strict, without rowid;
create index document_by_kind on document(kind, deleted);

-- Contents by the hash of their canonical form: equal contents are kept once.
create table content(
    sha256 text primary key,
    bytes blob not null
) strict;

create table revision(
    number integer primary key,
    id text not null unique,
    document text not null references document(id),
    kind text not null,
    schema integer not null,
    author text not null,
    created_utc_ms integer not null,
    message text not null,
    content_sha256 text not null
) strict;
create index revision_by_document on revision(document, number);

create table revision_parent(
    revision text not null references revision(id),
    parent text not null,
    primary key(revision, parent)
) strict, without rowid;

-- One row a document; more while a conflict is unresolved.
create table head(
    document text not null references document(id),
    revision text not null references revision(id),
    primary key(document, revision)
) strict, without rowid;

create table working_copy(
    document text primary key references document(id),
    base text not null,
    schema integer not null,
    content blob not null,
    changed_utc_ms integer not null,
    stamp integer not null
) strict, without rowid;

create table setting(
    key text primary key,
    value text not null
) strict, without rowid;

-- Conversations: the search columns, the bodies apart so that lists read few pages, the words. `key` is in order of time.
create table conversation(
    key integer primary key,
    id text not null unique,
    agent text not null,
    agent_name text not null,
    revision text not null,
    release text not null,
    started_utc_ms integer not null,
    duration_ms integer not null,
    language text not null,
    channel text not null,
    outcome text not null,
    p50_ms integer,
    p95_ms integer,
    turns integer not null,
    errors integer not null,
    interruptions integer not null
) strict;

create table conversation_body(
    key integer primary key references conversation(key) on delete cascade,
    events blob not null,
    words blob not null
) strict;

create virtual table conversation_search using fts5(
    words, content='', columnsize=0, detail=none, prefix='1 2 3', tokenize='voxdesk'
);
