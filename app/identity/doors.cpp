#include "app/identity/doors.h"
#include "app/security/tokens.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"
#include <algorithm>
#include <utility>

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

constexpr qsizetype kMostKnown = 10'000;

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
    const quint64 since = changes();
    const auto open = session ? store.people().session(hash) : store.people().key(hash);
    if (!open && open.error().code != Error::Code::NotFound) return open.error();
    if (!open || isOver(open->expires, now) || isOver(open->latest, now)) {
        close(hash);
        return refused;
    }

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
    remember(hash, {caller, now, open->expires, open->latest}, since);
    return caller;
}

// What was read before somebody changed who may come in is not kept.
void Doors::remember(const QByteArray &hash, const Known &known, quint64 since)
{
    const QMutexLocker lock(&m_mutex);
    if (since != m_changes) return;
    if (m_known.size() >= kMostKnown) m_known.clear();
    m_known.insert(hash, known);
}

void Doors::close(const QByteArray &hash)
{
    const QMutexLocker lock(&m_mutex);
    m_known.remove(hash);
}

quint64 Doors::changes()
{
    const QMutexLocker lock(&m_mutex);
    return m_changes;
}

void Doors::forget()
{
    const QMutexLocker lock(&m_mutex);
    ++m_changes;
    m_known.clear();
}

std::optional<Caller> Doors::known(const QString &token, const QString &address, UtcMs now)
{
    const QByteArray hash = hashOfToken(token.toLatin1());
    const QMutexLocker lock(&m_mutex);
    const auto it = m_known.find(hash);
    // A clock that was set back makes nothing last longer.
    if (it == m_known.end() || now < it->at || now.value - it->at.value >= knownForMs) return std::nullopt;
    if (isOver(it->expires, now) || isOver(it->latest, now)) return std::nullopt;
    if (now.value - it->at.value >= knownForMs / 2 && !std::exchange(it->renewing, true)) return std::nullopt;
    Caller caller = it->caller;
    caller.address = address;
    return caller;
}

} // namespace vox
