#pragma once
#include "models/base/ids.h"
#include "models/people/role.h"
#include <QByteArray>
#include <QJsonObject>
#include <optional>

namespace vox {

// The rows behind PersonInfo, InvitationInfo and ApiKeyInfo: what people prove themselves with. Tokens are kept as hashes
// only. Values.

// Somebody, in whichever workspaces.
struct PersonRow {
    PersonId id;
    QString name;
    QString email;              // lower case, unique
    UtcMs created;
};

// A person in a workspace. Removed members stay as inactive rows, so that histories have names.
struct MemberRow {
    WorkspaceId workspace;
    PersonId person;
    Role role = Role::Viewer;
    UtcMs joined;
    UtcMs lastSeen;
    bool active = true;
};

// Who an OpenID provider says somebody is.
struct SubjectRow {
    WorkspaceId workspace;
    QString provider;           // its name in the workspace
    QString subject;            // "sub": unique within its issuer
    PersonId person;
    UtcMs linked;
};

// Somebody signed in. `hash` is SHA-256 of the token.
struct SessionRow {
    QString id;                 // for lists and the audit; says nothing about the token
    QByteArray hash;
    PersonId person;
    WorkspaceId workspace;
    UtcMs created;
    UtcMs lastUsed;
    UtcMs expires;              // moves on with use
    UtcMs latest;               // never moves: signing in again is due then
    QString address;            // of the client that signed in
    QString signedInWith;       // "password" or a provider's name
};

// A link that makes its bearer a member, once.
struct InvitationRow {
    QString id;
    QByteArray hash;
    WorkspaceId workspace;
    QString email;              // lower case; empty: whoever has the link
    Role role = Role::Viewer;
    PersonId invitedBy;         // null: the server itself
    UtcMs created;
    UtcMs expires;
    UtcMs used;                 // 0: waits
};

// A personal API key.
struct ApiKeyRow {
    QString id;
    QByteArray hash;
    PersonId person;
    WorkspaceId workspace;
    QString name;
    QString hint;
    QStringList scopes;         // names of permissions
    UtcMs created;
    UtcMs expires;              // 0: does not expire
    UtcMs lastUsed;
};

// What a token opens: read at every request, so that a changed role or a removal counts at once.
struct OpenDoor {
    QString id;                 // of the session or key
    PersonRow person;
    MemberRow member;
    QString hint;               // of a key
    QStringList scopes;         // of a key
    UtcMs lastUsed;
    UtcMs expires;              // 0: does not expire
    UtcMs latest;               // of a session
};

// How often somebody failed lately, by account or by address; shared by all servers of a database.
struct AttemptRow {
    int count = 0;              // including the one that is just being made
    UtcMs blockedUntil;
};

// A company's OpenID provider, set up by an owner.
struct IdentityProviderRow {
    WorkspaceId workspace;
    QString name;               // "company", in addresses: lower case, digits, "-"
    QString label;              // on the button
    QString issuer;             // https://…
    QString clientId;
    QString clientSecret;       // name of a secret of the workspace; empty: a public client
    QStringList domains;        // of e-mail addresses that may join by themselves
    Role joinRole = Role::Viewer;
    bool enabled = true;
};

// A sign-in through a provider that has been started and not finished. Short-lived; read once.
struct PendingSignInRow {
    QByteArray stateHash;
    WorkspaceId workspace;
    QString provider;
    QString verifier;           // PKCE
    QString nonce;
    QString redirectUri;
    QByteArray invitationHash;  // empty: none
    UtcMs expires;
};

} // namespace vox
