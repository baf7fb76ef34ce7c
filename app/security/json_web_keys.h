#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QList>
#include <QString>
#include <memory>

struct evp_pkey_st;

namespace vox {

// One public key of an OpenID provider (RFC 7517): RSA of 2048 bits and more, P-256, or Ed25519. A value; immutable.
struct JsonWebKey {
    enum class Type { Rsa, P256, Ed25519 };
    QString id;        // "kid"; may be empty
    Type type = Type::Rsa;
    QString algorithm; // "alg"; empty: any that fits the type
    std::shared_ptr<evp_pkey_st> key;
};

// The keys a provider publishes (JWKS). Those of other types, for encryption, or malformed are left out.
class JsonWebKeys {
public:
    // BadValue {"jwks", reason} when it is none, or holds more than 100 keys.
    static Result<JsonWebKeys> parse(const QByteArray &json);
    const QList<JsonWebKey> &all() const { return m_keys; }

private:
    QList<JsonWebKey> m_keys;
};

// Strict base64url without padding; nullopt for anything else.
std::optional<QByteArray> fromBase64Url(QByteArrayView text);

} // namespace vox
