#include "app/identity/doors.h"
#include "app/security/tokens.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"
#include <algorithm>

namespace vox {

namespace {

Caller callerOf(const OpenDoor &open, const QString &address)
{
    Caller caller;
    caller.person = open.person.id;
    caller.name = open.person.name;
    caller.workspace = open.member.workspace;
    caller.role = open.member.role;
    caller.credential = open.id;
    caller.address = address;
    return caller;
}

// A role that has become smaller takes permissions from its keys as well: Caller::may() asks both.
QList<Permission> permissionsNamed(const QStringList &scopes)
{
    QList<Permission> out;
    for (const QString &scope : scopes)
        if (const auto permission = enumFromName<Permission>(scope)) out.append(*permission);
    return out;
}

bool isOver(UtcMs at, UtcMs now) { return at.value != 0 && at <= now; }

} // namespace

Result<Caller> Doors::authenticate(ServerStore &store, const QString &token, const QString &address, UtcMs now)
{
    const Error refused(Error::Code::SignInNeeded);
    const QByteArray bytes = token.toLatin1();
    const auto kind = kindOfToken(bytes);
    const bool session = kind == TokenKind::Session;
    if (!session && kind != TokenKind::Key) return refused;

    const QByteArray hash = hashOfToken(bytes);
    const auto open = session ? store.people().session(hash) : store.people().key(hash);
    if (!open) return open.error().code == Error::Code::NotFound ? refused : open.error();
    if (isOver(open->expires, now) || isOver(open->latest, now)) return refused;

    if (now.value - open->lastUsed.value >= m_rules.touchMs) {
        const UtcMs until{std::min(now.value + m_rules.restMs, open->latest.value)};
        const auto touched = session ? store.people().touchSession(hash, now, until) : store.people().touchKey(hash, now);
        // Without room on the disk nothing is written down; whoever is signed in reads on all the same.
        if (!touched && touched.error().code != Error::Code::DiskFull) return touched.error();
    }
    Caller caller = callerOf(*open, address);
    caller.door = session ? Caller::Door::Session : Caller::Door::Key;
    if (!session) {
        caller.hint = open->hint;
        caller.scopes = permissionsNamed(open->scopes);
    }
    return caller;
}

} // namespace vox
