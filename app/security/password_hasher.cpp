#include "app/security/password_hasher.h"
#include "app/security/tokens.h"
#include <sodium.h>

namespace vox {

namespace {

constexpr int kPatienceMs = 2000;

// Normalised, so that a password typed on another keyboard or system is the same password (RFC 8265).
QByteArray bytesOf(const QString &password) { return password.normalized(QString::NormalizationForm_C).toUtf8(); }

} // namespace

PasswordHasher::PasswordHasher(const PasswordCost &cost, int atOnce) : m_cost(cost), m_places(atOnce)
{
    if (sodium_init() < 0) qFatal("libsodium could not be started.");
    if (const auto nobody = hash(QString::fromLatin1(randomText(24)))) m_nobody = *nobody;
    m_computed = 0;
}

Result<QByteArray> PasswordHasher::hash(const QString &password)
{
    if (!m_places.tryAcquire(1, kPatienceMs)) return Error(Error::Code::Overloaded);
    const QSemaphoreReleaser release(m_places);
    ++m_computed;
    QByteArray text = bytesOf(password);
    char stored[crypto_pwhash_STRBYTES];
    const int failed = crypto_pwhash_str_alg(stored, text.constData(), size_t(text.size()), m_cost.operations, m_cost.bytes,
                                             crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(text.data(), size_t(text.size()));
    if (failed) return Error(Error::Code::Overloaded, {}, QStringLiteral("no memory to hash a password"));
    return QByteArray(stored);
}

Result<bool> PasswordHasher::matches(const QByteArray &stored, const QString &password)
{
    if (!m_places.tryAcquire(1, kPatienceMs)) return Error(Error::Code::Overloaded);
    const QSemaphoreReleaser release(m_places);
    ++m_computed;
    QByteArray text = bytesOf(password);
    const QByteArray against = stored.isEmpty() ? m_nobody : stored;
    const bool same = crypto_pwhash_str_verify(against.constData(), text.constData(), size_t(text.size())) == 0;
    sodium_memzero(text.data(), size_t(text.size()));
    return same && !stored.isEmpty();
}

bool PasswordHasher::isOutdated(const QByteArray &stored) const
{
    return crypto_pwhash_str_needs_rehash(stored.constData(), m_cost.operations, m_cost.bytes) != 0;
}

} // namespace vox
