-- People, their doors, the audit and sealed secrets. Times are UTC milliseconds, 0 for never. Tokens are hashes only.

create table person (
    id uuid primary key,
    name text not null,
    email text not null unique,           -- lower case
    password bytea not null default '',   -- Argon2id with its parameters; empty: signs in another way
    password_changed bigint not null default 0,
    created bigint not null
);

create table member (
    workspace uuid not null references workspace on delete cascade,
    person uuid not null references person on delete cascade,
    role text not null,
    joined bigint not null,
    last_seen bigint not null default 0,
    active boolean not null default true,
    primary key (workspace, person)
);
create index member_person on member (person);

create table identity_provider (
    workspace uuid not null references workspace on delete cascade,
    name text not null,
    label text not null,
    issuer text not null,
    client_id text not null,
    client_secret text not null,          -- the name of a secret
    domains text not null,                -- separated by blanks
    join_role text not null,
    enabled boolean not null,
    primary key (workspace, name)
);

create table identity_subject (
    workspace uuid not null,
    provider text not null,
    subject text not null,
    person uuid not null references person on delete cascade,
    linked bigint not null,
    primary key (workspace, provider, subject),
    foreign key (workspace, provider) references identity_provider on delete cascade
);

create table pending_sign_in (
    state_hash bytea primary key,
    workspace uuid not null references workspace on delete cascade,
    provider text not null,
    verifier text not null,
    nonce text not null,
    redirect_uri text not null,
    invitation_hash bytea not null,
    expires bigint not null
);

create table session (
    hash bytea primary key,
    id text not null,
    person uuid not null,
    workspace uuid not null,
    created bigint not null,
    last_used bigint not null,
    expires bigint not null,
    latest bigint not null,
    address text not null,
    signed_in_with text not null,
    foreign key (workspace, person) references member on delete cascade
);
create index session_member on session (person, workspace);

create table api_key (
    hash bytea primary key,
    id text not null unique,
    person uuid not null,
    workspace uuid not null,
    name text not null,
    hint text not null,
    scopes text not null,                 -- separated by blanks
    created bigint not null,
    expires bigint not null,
    last_used bigint not null default 0,
    foreign key (workspace, person) references member on delete cascade
);
create index api_key_member on api_key (workspace, person);

create table invitation (
    hash bytea primary key,
    id text not null unique,
    workspace uuid not null references workspace on delete cascade,
    email text not null,
    role text not null,
    invited_by uuid references person on delete set null,
    created bigint not null,
    expires bigint not null,
    used bigint not null default 0
);

create table sign_in_attempt (
    subject bytea primary key,
    count bigint not null,
    last_at bigint not null,
    blocked_until bigint not null default 0
);

create table audit (
    number bigserial primary key,
    workspace uuid not null,
    at bigint not null,
    actor text not null,
    actor_id text not null,
    via text not null,
    action text not null,
    subject text not null,
    subject_name text not null,
    address text not null,
    outcome text not null,
    request_id text not null,
    facts text not null
);
create index audit_newest on audit (workspace, number desc);
create index audit_actor on audit (workspace, actor_id, number desc);
create index audit_subject on audit (workspace, subject, number desc);
create index audit_time on audit (workspace, at);

create function audit_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is only ever added to';
end $$;
create trigger audit_is_kept before update or delete on audit for each row execute function audit_is_kept();
create trigger audit_is_whole before truncate on audit for each statement execute function audit_is_kept();

create table secret (
    workspace uuid not null references workspace on delete cascade,
    name text not null,
    version bigint not null,
    sealed bytea not null,
    key_id text not null,
    changed_by uuid references person on delete set null,
    changed bigint not null,
    primary key (workspace, name)
);
