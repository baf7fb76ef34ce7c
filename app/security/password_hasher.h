#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QSemaphore>
#include <QString>
#include <atomic>

namespace vox {

// What one hash costs who guesses. The defaults are libsodium's "interactive" limits.
struct PasswordCost {
    quint64 operations = 2;
    size_t bytes = size_t(64) << 20;
};

// Passwords to their stored form (Argon2id; the parameters are part of it) and back to yes or no. One per server; any
// thread. A few hashes are computed at once, so that many people who sign in cannot take all memory: the others wait in
// line up to two seconds, then Overloaded.
class PasswordHasher {
public:
    explicit PasswordHasher(const PasswordCost &cost = {}, int atOnce = 3);

    Result<QByteArray> hash(const QString &password);
    // Takes the same work when `stored` is empty: an account that does not exist cannot be told from a wrong password.
    Result<bool> matches(const QByteArray &stored, const QString &password);
    // The parameters have been raised since.
    bool isOutdated(const QByteArray &stored) const;
    // How many hashes were computed: what tests compare instead of time.
    quint64 computed() const { return m_computed; }

private:
    const PasswordCost m_cost;
    QSemaphore m_places;
    std::atomic<quint64> m_computed = 0;
    QByteArray m_nobody; // the stored form of a password that nobody knows
};

} // namespace vox
