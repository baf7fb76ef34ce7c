#pragma once
#include "app/identity/web_fetch.h"
#include "app/security/json_web_token.h"
#include <QHash>
#include <QMutex>
#include <QStringList>

namespace vox {

// What a provider says about itself (OpenID Connect Discovery 1.0).
struct OpenIdSettings {
    QString issuer;
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl userinfoEndpoint;    // may be invalid: has none
    QUrl keysEndpoint;
    QStringList tokenMethods; // how a client with a secret shows it
};

// Providers' settings and keys, asked for once an hour and kept in memory; keys are asked for again when a token names an
// unknown one, at most once a minute. One per server, any thread. Errors are IdentityProviderFailed {issuer, reason} or
// what WebFetch says.
class OpenIdDirectory {
public:
    explicit OpenIdDirectory(WebFetch &web) : m_web(web) {}

    Result<OpenIdSettings> settings(const QString &issuer, UtcMs now);
    // verifyToken() with the provider's keys.
    Result<QJsonObject> verify(const QString &issuer, const QByteArray &token, const TokenExpectation &expectation);

private:
    struct Known {
        OpenIdSettings settings;
        UtcMs settingsAt;
        JsonWebKeys keys;
        UtcMs keysAt;
    };
    Result<JsonWebKeys> keys(const QString &issuer, UtcMs now, qint64 freshForMs);
    Result<QJsonObject> document(const QUrl &url, QByteArray *raw = nullptr);

    WebFetch &m_web;
    QMutex m_mutex; // guards what follows; not held while the network is asked
    QHash<QString, Known> m_known;
};

} // namespace vox
