#pragma once
#include "app/security/json_web_keys.h"
#include "models/base/time.h"
#include <QJsonObject>

namespace vox {

// What an identity token must say to be believed.
struct TokenExpectation {
    QString issuer;
    QString audience;             // our client id
    QString nonce;                // of the sign-in that was started; empty: not asked for
    UtcMs now;
    qint64 leewayMs = 60 * 1000;  // clocks differ
};

// The claims of a signed token (RFC 7519, OpenID Connect Core 3.1.3.7) after everything about it was checked: RS256, PS256,
// ES256 or EdDSA under one of the keys; issuer, audience, nonce, times. Refuses "none", every HS*, critical extensions
// and a key whose type is not the algorithm's. BadValue {"token", reason}; "unknown key" when no key has its "kid": the
// provider may have changed keys, so ask it again.
Result<QJsonObject> verifyToken(const QByteArray &token, const JsonWebKeys &keys, const TokenExpectation &expectation);

inline constexpr const char *kUnknownKey = "unknown key";

} // namespace vox
