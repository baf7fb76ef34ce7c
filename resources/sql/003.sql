-- Conversations that never come back.
create table conversation_erasure(
    conversation text primary key
) strict, without rowid;
insert or ignore into conversation_erasure(conversation)
    select subject from feed f where type = 'conversation.erased' and not exists(select 1 from conversation c where c.id = f.subject);

-- What lists of conversations are narrowed by; rows of an equal value lie in the order of time.
create index conversation_by_agent on conversation(agent);
create index conversation_by_release on conversation(release);
create index conversation_by_language on conversation(language);
create index conversation_by_channel on conversation(channel);
create index conversation_by_outcome on conversation(outcome);
create index conversation_with_errors on conversation(key) where errors > 0;
create index conversation_interrupted on conversation(key) where interruptions > 0;
