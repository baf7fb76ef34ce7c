#include "app/identity/open_id_directory.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFreshForMs = 60 * 60 * 1000;
constexpr qint64 kAskAgainAfterMs = 60 * 1000;

Error failed(const QString &issuer, const QString &reason) { return Error(Error::Code::IdentityProviderFailed, {issuer, reason}); }

bool isThisMachine(const QString &host) { return host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1; }

// An endpoint lies where its issuer could lie, too: one on the network cannot send us to this machine.
QUrl endpoint(const QJsonObject &object, QLatin1StringView name, const QUrl &issuer)
{
    const QUrl url(object.value(name).toString(), QUrl::StrictMode);
    if (!mayBeAsked(url) || (isThisMachine(url.host()) && !isThisMachine(issuer.host()))) return {};
    return url;
}

Result<OpenIdSettings> read(const QString &issuer, const QJsonObject &object)
{
    const QUrl base(issuer, QUrl::StrictMode);
    OpenIdSettings out{object.value("issuer"_L1).toString(), endpoint(object, "authorization_endpoint"_L1, base),
                       endpoint(object, "token_endpoint"_L1, base), endpoint(object, "userinfo_endpoint"_L1, base),
                       endpoint(object, "jwks_uri"_L1, base), {}};
    if (out.issuer != issuer) return failed(issuer, u"issuer"_s);
    if (!out.authorizationEndpoint.isValid() || !out.tokenEndpoint.isValid() || !out.keysEndpoint.isValid()) return failed(issuer, u"endpoints"_s);
    const QJsonValue challenges = object.value("code_challenge_methods_supported"_L1);
    if (challenges.isArray() && !challenges.toArray().contains(u"S256"_s)) return failed(issuer, u"PKCE S256"_s);
    for (const QJsonValue &method : object.value("token_endpoint_auth_methods_supported"_L1).toArray()) out.tokenMethods.append(method.toString());
    return out;
}

} // namespace

bool mayBeAsked(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment()) return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isThisMachine(url.host()));
}

Result<QJsonObject> OpenIdDirectory::document(const QUrl &url, QByteArray *raw)
{
    const auto answer = m_web.send({"GET", url, {{"Accept", "application/json"}}, {}});
    if (!answer) return answer.error();
    const QJsonDocument json = QJsonDocument::fromJson(answer->body);
    if (answer->status != 200 || !json.isObject()) return failed(url.host(), u"HTTP %1"_s.arg(answer->status));
    if (raw) *raw = answer->body;
    return json.object();
}

Result<OpenIdSettings> OpenIdDirectory::settings(const QString &issuer, UtcMs now)
{
    {
        const QMutexLocker lock(&m_mutex);
        const auto known = m_known.constFind(issuer);
        if (known != m_known.constEnd() && now.value - known->settingsAt.value < kFreshForMs) return known->settings;
    }
    QUrl url(issuer, QUrl::StrictMode);
    if (!mayBeAsked(url) || url.hasQuery()) return Error(Error::Code::AddressForbidden, {issuer});
    QString path = url.path();
    if (path.endsWith(u'/')) path.chop(1);
    url.setPath(path + "/.well-known/openid-configuration"_L1);
    const auto object = document(url);
    if (!object) return object.error();
    const auto fresh = read(issuer, *object);
    if (!fresh) return fresh.error();
    const QMutexLocker lock(&m_mutex);
    Known &known = m_known[issuer];
    if (known.settings.keysEndpoint != fresh->keysEndpoint) known.keysAt = {};
    known.settings = *fresh;
    known.settingsAt = now;
    return *fresh;
}

Result<JsonWebKeys> OpenIdDirectory::keys(const QString &issuer, UtcMs now, qint64 freshForMs)
{
    const auto about = settings(issuer, now);
    if (!about) return about.error();
    {
        const QMutexLocker lock(&m_mutex);
        const Known &known = m_known[issuer];
        if (known.keysAt.value != 0 && now.value - known.keysAt.value < freshForMs) return known.keys;
    }
    QByteArray raw;
    if (const auto object = document(about->keysEndpoint, &raw); !object) return object.error();
    const auto fresh = JsonWebKeys::parse(raw);
    if (!fresh) return failed(issuer, u"keys"_s);
    const QMutexLocker lock(&m_mutex);
    m_known[issuer].keys = *fresh;
    m_known[issuer].keysAt = now;
    return *fresh;
}

Result<QJsonObject> OpenIdDirectory::verify(const QString &issuer, const QByteArray &token, const TokenExpectation &expectation)
{
    const auto known = keys(issuer, expectation.now, kFreshForMs);
    if (!known) return known.error();
    const auto claims = verifyToken(token, *known, expectation);
    if (claims || claims.error().args.value(1) != QLatin1String(kUnknownKey)) return claims;
    const auto again = keys(issuer, expectation.now, kAskAgainAfterMs);
    if (!again) return again.error();
    return verifyToken(token, *again, expectation);
}

} // namespace vox
