-- Workspaces, documents, their exchange, releases, conversations, uploads. Times are UTC milliseconds; JSON is text.
create table workspace(
    id uuid primary key,
    name text not null,
    created_utc_ms bigint not null
);

-- The end of each workspace's feed. Its row is locked by the last words of every transaction that writes, so numbers are
-- in the order of commits and nothing ever appears before a place a reader has passed. `stamp` counts transactions.
create table feed_end(
    workspace uuid primary key references workspace(id),
    number bigint not null default 0,
    stamp bigint not null default 0
) with (fillfactor = 40);

-- Origin: 0 here, 1 elsewhere.
create table feed(
    workspace uuid not null,
    number bigint not null,
    type text not null,
    subject text not null,
    facts text not null,
    at_utc_ms bigint not null,
    origin bigint not null,
    primary key(workspace, number)
);
create index feed_made_here on feed(workspace, number) where origin = 0;

-- `heads`: the revisions that no other names as a parent; the newest first, tombstones last.
create table document(
    workspace uuid not null,
    id uuid not null,
    kind text collate "C" not null,
    name text not null,
    folded text collate "C" not null,
    schema bigint not null,
    changed_utc_ms bigint not null,
    deleted boolean not null default false,
    heads text[] not null default '{}',
    primary key(workspace, id)
);
create index document_split on document(workspace) where cardinality(heads) > 1;
create index document_by_name on document(workspace, kind, deleted, folded, id);
create index document_by_change on document(workspace, kind, deleted, changed_utc_ms, id);

-- Contents by the hash of their canonical form.
create table content(
    workspace uuid not null,
    sha256 text collate "C" not null,
    bytes bytea not null,
    primary key(workspace, sha256)
);

-- Contents that never come back.
create table erasure(
    workspace uuid not null,
    content_sha256 text collate "C" not null,
    primary key(workspace, content_sha256)
);

create table revision(
    workspace uuid not null,
    id text collate "C" not null,
    number bigint generated always as identity,
    document uuid not null,
    kind text collate "C" not null,
    schema bigint not null,
    author text not null,
    created_utc_ms bigint not null,
    message text not null,
    content_sha256 text collate "C" not null,
    name text not null,
    folded text not null,
    parents text[] not null,
    primary key(workspace, id)
);
create index revision_by_document on revision(workspace, document, number);
create index revision_by_content on revision(workspace, content_sha256);

create table working_copy(
    workspace uuid not null,
    document uuid not null,
    base text not null,
    schema bigint not null,
    content bytea not null,
    changed_utc_ms bigint not null,
    stamp bigint not null,
    primary key(workspace, document)
);

create table setting(
    workspace uuid not null,
    key text collate "C" not null,
    value text not null,
    primary key(workspace, key)
);

create table release(
    workspace uuid not null,
    id text collate "C" not null,
    number bigint not null,
    author text not null,
    created_utc_ms bigint not null,
    message text not null,
    documents text not null,
    primary key(workspace, id)
);
create index release_by_number on release(workspace, number);

create table environment(
    workspace uuid not null,
    name text collate "C" not null,
    release text not null,
    previous text not null,
    generation bigint not null,
    changed_by text not null,
    changed_utc_ms bigint not null,
    scheduled_release text not null,
    scheduled_for_utc_ms bigint not null,
    scheduled_by text not null,
    primary key(workspace, name)
);

-- Search columns; `key` is in order of time. `words` are stems and words as search folds them.
create table conversation(
    workspace uuid not null,
    key bigint not null,
    id uuid not null,
    agent text not null,
    agent_name text not null,
    revision text not null,
    release text not null,
    started_utc_ms bigint not null,
    duration_ms bigint not null,
    language text not null,
    channel text not null,
    outcome text not null,
    p50_ms bigint,
    p95_ms bigint,
    turns bigint not null,
    errors bigint not null,
    interruptions bigint not null,
    words tsvector not null,
    primary key(workspace, key),
    unique(workspace, id)
);
create index conversation_by_words on conversation using gin(words);

create table conversation_body(
    workspace uuid not null,
    key bigint not null,
    events bytea not null,
    primary key(workspace, key),
    foreign key(workspace, key) references conversation(workspace, key) on delete cascade
);
alter table conversation_body alter column events set storage external;

-- What is uploaded piece by piece. Part: 0 events, 1 recording. `sha256` is empty until sealed.
create table stream(
    workspace uuid not null,
    conversation uuid not null,
    part bigint not null,
    size bigint not null,
    sha256 text not null,
    primary key(workspace, conversation, part)
);
create table stream_piece(
    workspace uuid not null,
    conversation uuid not null,
    part bigint not null,
    start bigint not null,
    bytes bytea not null,
    primary key(workspace, conversation, part, start)
);
alter table stream_piece alter column bytes set storage external;

-- Answers to requests that named themselves, for a day. `status` is null while the first one is under way.
create table idempotency(
    workspace uuid not null,
    person uuid not null,
    key text collate "C" not null,
    print bytea not null,
    made_utc_ms bigint not null,
    status bigint,
    content_type bytea,
    headers text,
    body bytea,
    primary key(workspace, person, key)
);
create index idempotency_by_age on idempotency(made_utc_ms);
