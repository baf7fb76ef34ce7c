#pragma once
#include "app/identity/authenticator.h"
#include "models/store/people_store.h"
#include <QByteArray>
#include <QHash>
#include <QMutex>

namespace vox {

// How long a session may rest and last. Times in milliseconds.
struct SessionRules {
    qint64 restMs = qint64(30) * 24 * 3600 * 1000;
    qint64 lastMs = qint64(180) * 24 * 3600 * 1000;
    qint64 touchMs = 60 * 1000; // "last used" is written at most this often
};

// Tokens to people: what every request passes first. A door that was found open is known for less than a second; forget() ends that
// at once where something was changed, so that a removed person, a changed role and a revoked key count at once on that server
// and within a second on every other. Any thread.
class Doors final : public Authenticator {
public:
    explicit Doors(const SessionRules &rules = {}) : m_rules(rules) {}
    Result<Caller> authenticate(ServerStore &store, const QString &token, const QString &address, UtcMs now) override;
    std::optional<Caller> known(const QString &token, const QString &address, UtcMs now) override;
    void forget() override;

    // Half of it later the first who asks renews it, while others still come in by what is known.
    static constexpr qint64 knownForMs = 900;

private:
    struct Known {
        Caller caller;
        UtcMs at, expires, latest;
        bool renewing = false;
    };
    void remember(const QByteArray &hash, const Known &known, quint64 since);
    void close(const QByteArray &hash);
    quint64 changes();

    const SessionRules m_rules;
    QMutex m_mutex; // guards what follows
    QHash<QByteArray, Known> m_known; // by hash of the token
    quint64 m_changes = 0;
};

} // namespace vox
