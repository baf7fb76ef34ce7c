#pragma once
#include "app/identity/authenticator.h"
#include <QByteArray>

namespace vox {

// How long a session may rest and last. Times in milliseconds.
struct SessionRules {
    qint64 restMs = qint64(30) * 24 * 3600 * 1000;
    qint64 lastMs = qint64(180) * 24 * 3600 * 1000;
    qint64 touchMs = 60 * 1000; // "last used" is written at most this often
};

// Tokens to people: what every request passes first. One row is read per call, so that a removed person, a changed role
// and a revoked key count at once on every server. Has no state: any thread.
class Doors final : public Authenticator {
public:
    explicit Doors(const SessionRules &rules = {}) : m_rules(rules) {}
    Result<Caller> authenticate(ServerStore &store, const QString &token, const QString &address, UtcMs now) override;

private:
    const SessionRules m_rules;
};

} // namespace vox
