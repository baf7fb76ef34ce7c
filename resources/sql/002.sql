-- Exchange with other replicas: what happened, in order; what was erased; releases and where the environments point.
alter table document add column folded text not null default '';
alter table revision add column name text not null default '';
drop index document_by_kind;
create index document_by_name on document(kind, deleted, folded, id);
create index document_by_change on document(kind, deleted, changed_utc_ms, id);
create index revision_by_content on revision(content_sha256);
create index head_by_revision on head(revision);

-- Contents that never come back.
create table erasure(
    content_sha256 text primary key
) strict, without rowid;

create table release(
    id text primary key,
    number integer not null,
    author text not null,
    created_utc_ms integer not null,
    message text not null,
    documents text not null
) strict;
create index release_by_number on release(number);

create table environment(
    name text primary key,
    release text not null,
    previous text not null,
    generation integer not null,
    changed_by text not null,
    changed_utc_ms integer not null,
    scheduled_release text not null,
    scheduled_for_utc_ms integer not null,
    scheduled_by text not null
) strict, without rowid;

-- Writers of SQLite come one after another, so numbers are in the order of commits. Origin: 0 here, 1 elsewhere.
create table feed(
    number integer primary key,
    type text not null,
    subject text not null,
    facts text not null,
    at_utc_ms integer not null,
    origin integer not null
) strict;
create index feed_made_here on feed(number) where origin = 0;

update revision set name = coalesce((
    select case when json_valid(cast(c.bytes as text)) then cast(json_extract(cast(c.bytes as text), '$.name') as text) end
    from content c where c.sha256 = revision.content_sha256), '');
insert into feed(type, subject, facts, at_utc_ms, origin)
    select 'document.revised', r.id,
           json_object('author', r.author, 'document', r.document, 'kind', r.kind, 'name', coalesce(nullif(r.name, ''), d.name),
                       'tombstone', json(case when r.content_sha256 =
                           '74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b' then 'true' else 'false' end)),
           r.created_utc_ms, 0
    from revision r join document d on d.id = r.document order by r.number;
insert into feed(type, subject, facts, at_utc_ms, origin)
    select 'conversation.finished', id, json_object('agent', agent, 'name', agent_name, 'outcome', outcome),
           started_utc_ms + duration_ms, 0
    from conversation order by key;

-- Words of more than six letters, so that an unfinished long one is searched as the few it may become: the index looks up
-- beginnings of up to six letters at once, and would read everything under each longer one.
create table word(
    text text primary key
) strict, without rowid;

drop table conversation_search;
create virtual table conversation_search using fts5(
    words, content='', columnsize=0, detail=none, prefix='1 2 3 4 5 6', tokenize='voxdesk'
);
