-- Conversations that never come back.
create table conversation_erasure(
    workspace uuid not null,
    conversation uuid not null,
    primary key(workspace, conversation)
);
insert into conversation_erasure(workspace, conversation)
    select f.workspace, f.subject::uuid from feed f where f.type = 'conversation.erased'
    and not exists(select 1 from conversation c where c.workspace = f.workspace and c.id = f.subject::uuid) on conflict do nothing;

-- What lists of conversations are narrowed by, in the order of time.
create index conversation_by_agent on conversation(workspace, agent, key);
create index conversation_by_release on conversation(workspace, release, key);
create index conversation_by_language on conversation(workspace, language, key);
create index conversation_by_channel on conversation(workspace, channel, key);
create index conversation_by_outcome on conversation(workspace, outcome, key);
create index conversation_with_errors on conversation(workspace, key) where errors > 0;
create index conversation_interrupted on conversation(workspace, key) where interruptions > 0;
create index conversation_by_delay on conversation(workspace, p95_ms);
