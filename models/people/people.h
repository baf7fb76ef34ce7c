#pragma once
#include "models/base/fields.h"
#include "models/base/ids.h"
#include "models/people/role.h"

namespace vox {

// What the server's API says about people and their doors, and what the console shows. Values; never a password, a hash
// or a key. Times are UTC milliseconds; 0 means never.

// A member of a workspace.
struct PersonInfo {
    PersonId id;
    QString name;
    QString email;        // lower case; how one signs in
    Role role = Role::Viewer;
    QString signsInWith;  // "password" or the name of an OpenID provider
    qint64 joinedUtcMs = 0;
    qint64 lastSeenUtcMs = 0;
    bool active = true;   // false: removed; kept so that histories have names
};

// An invitation that waits. Its link is shown once, when it is made.
struct InvitationInfo {
    QString id;
    QString email;        // may be empty: whoever has the link
    Role role = Role::Viewer;
    QString invitedBy;    // a name
    qint64 expiresUtcMs = 0;
};

// A personal API key. Its secret is shown once, when it is made; afterwards `hint` tells it from others.
struct ApiKeyInfo {
    QString id;
    QString name;
    QString hint;         // "vxk_3f9a…"
    QString person;       // whose, a name
    QStringList scopes;   // names of permissions; never more than the person's role has
    qint64 createdUtcMs = 0;
    qint64 expiresUtcMs = 0;  // 0: does not expire
    qint64 lastUsedUtcMs = 0;
};

// One access or change. Written once, never changed.
struct AuditEntry {
    qint64 number = 0;
    qint64 atUtcMs = 0;
    QString actor;        // a name; "system"; "stranger"
    QString actorId;
    QString via;          // "session", "key vxk_3f9a…", "system"
    QString action;       // "agent.changed", "person.invited", "sign_in.refused", "conversation.heard" …
    QString subject;      // id of what it was done to
    QString subjectName;
    QString address;      // of the client
    QString outcome;      // "done" or "refused"
    QString requestId;
    QJsonObject facts;    // small, without secrets: {"from": "qa", "to": "builder"}
};

// A secret's name and how it stands; the value can only be written.
struct SecretInfo {
    QString name;         // what documents refer to: lower case, digits, "_", "-", "."; 64 characters at most
    QString changedBy;
    qint64 changedUtcMs = 0;
    int version = 0;      // grows with each write
};

template <> struct Fields<PersonInfo> {
    static constexpr auto all = std::tuple{
        field("id", &PersonInfo::id, QT_TRANSLATE_NOOP("PersonInfo", "Id")),
        field("name", &PersonInfo::name, QT_TRANSLATE_NOOP("PersonInfo", "Name")).asRequired().upTo(200),
        field("email", &PersonInfo::email, QT_TRANSLATE_NOOP("PersonInfo", "E-mail")).asRequired().upTo(254),
        field("role", &PersonInfo::role, QT_TRANSLATE_NOOP("PersonInfo", "Role")),
        field("signs_in_with", &PersonInfo::signsInWith, QT_TRANSLATE_NOOP("PersonInfo", "Signs in with")).upTo(100),
        field("joined_utc_ms", &PersonInfo::joinedUtcMs, QT_TRANSLATE_NOOP("PersonInfo", "Joined")),
        field("last_seen_utc_ms", &PersonInfo::lastSeenUtcMs, QT_TRANSLATE_NOOP("PersonInfo", "Last seen")),
        field("active", &PersonInfo::active, QT_TRANSLATE_NOOP("PersonInfo", "Active")),
    };
    static constexpr const char *context = "PersonInfo";
};
template <> struct Fields<InvitationInfo> {
    static constexpr auto all = std::tuple{
        field("id", &InvitationInfo::id, QT_TRANSLATE_NOOP("InvitationInfo", "Id")).upTo(64),
        field("email", &InvitationInfo::email, QT_TRANSLATE_NOOP("InvitationInfo", "E-mail")).upTo(254),
        field("role", &InvitationInfo::role, QT_TRANSLATE_NOOP("InvitationInfo", "Role")),
        field("invited_by", &InvitationInfo::invitedBy, QT_TRANSLATE_NOOP("InvitationInfo", "Invited by")).upTo(200),
        field("expires_utc_ms", &InvitationInfo::expiresUtcMs, QT_TRANSLATE_NOOP("InvitationInfo", "Expires")),
    };
    static constexpr const char *context = "InvitationInfo";
};
template <> struct Fields<ApiKeyInfo> {
    static constexpr auto all = std::tuple{
        field("id", &ApiKeyInfo::id, QT_TRANSLATE_NOOP("ApiKeyInfo", "Id")).upTo(64),
        field("name", &ApiKeyInfo::name, QT_TRANSLATE_NOOP("ApiKeyInfo", "Name")).asRequired().upTo(100),
        field("hint", &ApiKeyInfo::hint, QT_TRANSLATE_NOOP("ApiKeyInfo", "Begins with")).upTo(32),
        field("person", &ApiKeyInfo::person, QT_TRANSLATE_NOOP("ApiKeyInfo", "Person")).upTo(200),
        field("scopes", &ApiKeyInfo::scopes, QT_TRANSLATE_NOOP("ApiKeyInfo", "May")).upTo(50),
        field("created_utc_ms", &ApiKeyInfo::createdUtcMs, QT_TRANSLATE_NOOP("ApiKeyInfo", "Made")),
        field("expires_utc_ms", &ApiKeyInfo::expiresUtcMs, QT_TRANSLATE_NOOP("ApiKeyInfo", "Expires")),
        field("last_used_utc_ms", &ApiKeyInfo::lastUsedUtcMs, QT_TRANSLATE_NOOP("ApiKeyInfo", "Last used")),
    };
    static constexpr const char *context = "ApiKeyInfo";
};
template <> struct Fields<AuditEntry> {
    static constexpr auto all = std::tuple{
        field("number", &AuditEntry::number, QT_TRANSLATE_NOOP("AuditEntry", "Number")),
        field("at_utc_ms", &AuditEntry::atUtcMs, QT_TRANSLATE_NOOP("AuditEntry", "Time")),
        field("actor", &AuditEntry::actor, QT_TRANSLATE_NOOP("AuditEntry", "Who")).upTo(200),
        field("actor_id", &AuditEntry::actorId, QT_TRANSLATE_NOOP("AuditEntry", "Person")).upTo(64),
        field("via", &AuditEntry::via, QT_TRANSLATE_NOOP("AuditEntry", "Through")).upTo(100),
        field("action", &AuditEntry::action, QT_TRANSLATE_NOOP("AuditEntry", "What")).upTo(100),
        field("subject", &AuditEntry::subject, QT_TRANSLATE_NOOP("AuditEntry", "To what")).upTo(100),
        field("subject_name", &AuditEntry::subjectName, QT_TRANSLATE_NOOP("AuditEntry", "Name")).upTo(200),
        field("address", &AuditEntry::address, QT_TRANSLATE_NOOP("AuditEntry", "Address")).upTo(100),
        field("outcome", &AuditEntry::outcome, QT_TRANSLATE_NOOP("AuditEntry", "Outcome")).upTo(20),
        field("request_id", &AuditEntry::requestId, QT_TRANSLATE_NOOP("AuditEntry", "Request")).upTo(64),
        field("facts", &AuditEntry::facts, QT_TRANSLATE_NOOP("AuditEntry", "Details")),
    };
    static constexpr const char *context = "AuditEntry";
};
template <> struct Fields<SecretInfo> {
    static constexpr auto all = std::tuple{
        field("name", &SecretInfo::name, QT_TRANSLATE_NOOP("SecretInfo", "Name")).asRequired().upTo(64),
        field("changed_by", &SecretInfo::changedBy, QT_TRANSLATE_NOOP("SecretInfo", "Changed by")).upTo(200),
        field("changed_utc_ms", &SecretInfo::changedUtcMs, QT_TRANSLATE_NOOP("SecretInfo", "Changed")),
        field("version", &SecretInfo::version, QT_TRANSLATE_NOOP("SecretInfo", "Version")),
    };
    static constexpr const char *context = "SecretInfo";
};

} // namespace vox
