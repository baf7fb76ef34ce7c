#include "app/identity/open_id_sign_in.h"
#include "app/identity/open_id_admission.h"
#include "app/security/tokens.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPendingLastsMs = 10 * 60 * 1000;

Error failed(const IdentityProviderRow &provider, const QString &reason)
{
    return Error(Error::Code::IdentityProviderFailed, {provider.label, reason});
}

// What a provider itself did wrong, or why it could not be asked.
QString reasonOf(const Error &error)
{
    if (error.code == Error::Code::IdentityProviderFailed || error.code == Error::Code::BadValue) return error.args.value(1, error.codeName());
    if (error.detail.contains("certificate"_L1)) return u"certificate"_s; // nobody we believe vouches for it
    return error.codeName();
}

// A console's own listening socket: a loopback address as a number, with a port, never a name that DNS could move.
bool isLoopbackRedirect(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "http"_L1 && (url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1) && url.port() > 0
        && !url.hasFragment() && url.userInfo().isEmpty() && text.size() <= 200;
}

// application/x-www-form-urlencoded with everything but letters, digits and -._~ escaped.
QByteArray form(const QList<QPair<QByteArray, QString>> &fields)
{
    QByteArray out;
    for (const auto &[name, value] : fields) out += (out.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    return out;
}

QUrl authorizeUrl(const OpenIdSettings &settings, const IdentityProviderRow &provider, const PendingSignInRow &pending, const QString &state)
{
    const QByteArray challenge =
        sha256(pending.verifier.toLatin1()).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QByteArray asked = form({{"response_type", u"code"_s},
                                   {"client_id", provider.clientId},
                                   {"redirect_uri", pending.redirectUri},
                                   {"scope", u"openid email profile"_s},
                                   {"state", state},
                                   {"nonce", pending.nonce},
                                   {"code_challenge", QString::fromLatin1(challenge)},
                                   {"code_challenge_method", u"S256"_s}});
    QUrl url = settings.authorizationEndpoint;
    const QString before = url.query(QUrl::FullyEncoded);
    url.setQuery((before.isEmpty() ? QString() : before + u'&') + QString::fromLatin1(asked), QUrl::StrictMode);
    return url;
}

// How a client shows its secret: in the header unless the provider takes it in the body only (RFC 6749, 2.3.1).
void showSecret(WebRequest &request, const OpenIdSettings &settings, const IdentityProviderRow &provider, const QByteArray &secret)
{
    const bool inBody = settings.tokenMethods.contains(u"client_secret_post"_s) && !settings.tokenMethods.contains(u"client_secret_basic"_s);
    if (inBody) {
        request.body += '&' + form({{"client_id", provider.clientId}, {"client_secret", QString::fromUtf8(secret)}});
        return;
    }
    const QByteArray pair = QUrl::toPercentEncoding(provider.clientId) + ':' + QUrl::toPercentEncoding(QString::fromUtf8(secret));
    request.headers.append({"Authorization", "Basic " + pair.toBase64()});
}

} // namespace

Result<OpenIdStarted> OpenIdSignIn::start(ServerStore &store, const OpenIdStart &start, UtcMs now)
{
    if (!isLoopbackRedirect(start.redirectUri)) return Error(Error::Code::BadValue, {u"redirect_uri"_s, start.redirectUri.left(200)});
    const auto provider = store.people().providers().find(start.workspace, start.provider);
    if (!provider) return provider.error();
    if (!provider->enabled) return Error(Error::Code::NotFound, {u"identity provider"_s, start.provider});
    if (!start.invitation.isEmpty() && kindOfToken(start.invitation) != TokenKind::Invitation) return Error(Error::Code::InvitationOver);
    const auto settings = m_directory.settings(provider->issuer, now);
    if (!settings) return failed(*provider, reasonOf(settings.error()));

    const QString state = QString::fromLatin1(randomText(32));
    PendingSignInRow pending{sha256(state.toLatin1()), start.workspace, provider->name, QString::fromLatin1(randomText(32)),
                             QString::fromLatin1(randomText(24)), start.redirectUri, {}, {now.value + kPendingLastsMs}};
    if (!start.invitation.isEmpty()) pending.invitationHash = hashOfToken(start.invitation);
    if (const auto added = store.people().providers().addPending(pending); !added) return added.error();
    return OpenIdStarted{authorizeUrl(*settings, *provider, pending, state), state, pending.expires};
}

Result<SignedIn> OpenIdSignIn::finish(ServerStore &store, const OpenIdFinish &finish, const QString &address, UtcMs now, const Witness &witness)
{
    // Taken before anything is checked: a state that was guessed or seen works once at most.
    const auto pending = store.people().providers().takePending(sha256(finish.state.toUtf8()));
    if (!pending) return pending.error().code == Error::Code::NotFound ? Error(Error::Code::SignInRefused) : pending.error();
    if (pending->expires <= now || pending->redirectUri != finish.redirectUri) return Error(Error::Code::SignInRefused);
    const auto provider = store.people().providers().find(pending->workspace, pending->provider);
    if (!provider) return provider.error();
    if (!provider->enabled) return Error(Error::Code::SignInRefused);
    if (!finish.issuer.isEmpty() && finish.issuer != provider->issuer) return failed(*provider, u"issuer"_s);

    const auto tokens = exchange(store, *provider, *pending, finish, now);
    if (!tokens) return tokens.error();
    const auto somebody = who(*provider, *pending, *tokens, now);
    if (!somebody) return somebody.error();
    SignedIn begun;
    const auto done = store.transaction([&]() -> Result<void> {
        const auto person = admitSubject(store, *provider, {somebody->subject, somebody->name, somebody->email, somebody->verified},
                                         pending->invitationHash, now);
        if (!person) return person.error();
        const auto session = m_signIn.begin(store, *person, pending->workspace, provider->name, address, now, witness);
        if (!session && session.error().code == Error::Code::NotFound) return Error(Error::Code::NotInvited, {provider->label});
        if (!session) return session.error();
        begun = *session;
        return {};
    });
    if (!done) return done.error();
    return begun;
}

Result<QJsonObject> OpenIdSignIn::exchange(ServerStore &store, const IdentityProviderRow &provider, const PendingSignInRow &pending,
                                           const OpenIdFinish &finish, UtcMs now)
{
    const auto settings = m_directory.settings(provider.issuer, now);
    if (!settings) return failed(provider, reasonOf(settings.error()));
    WebRequest request{"POST", settings->tokenEndpoint, {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}}, {}};
    request.body = form({{"grant_type", u"authorization_code"_s}, {"code", finish.code}, {"redirect_uri", finish.redirectUri},
                         {"code_verifier", pending.verifier}});
    if (provider.clientSecret.isEmpty()) {
        request.body += '&' + form({{"client_id", provider.clientId}});
    } else {
        const auto secret = m_vault.open(store, provider.workspace, provider.clientSecret);
        if (!secret) return secret.error();
        showSecret(request, *settings, provider, *secret);
    }
    const auto answer = m_web.send(request);
    if (!answer) return failed(provider, reasonOf(answer.error()));
    const QJsonObject tokens = QJsonDocument::fromJson(answer->body).object();
    if (answer->status != 200 || !tokens.value("id_token"_L1).isString()) {
        // "invalid_grant" and its like: a word of the protocol, not free text of a stranger.
        static const QRegularExpression word(u"^[a-z_]{1,40}\\z"_s);
        const QString said = tokens.value("error"_L1).toString();
        return failed(provider, word.match(said).hasMatch() ? said : u"HTTP %1"_s.arg(answer->status));
    }
    return tokens;
}

Result<OpenIdSignIn::Who> OpenIdSignIn::who(const IdentityProviderRow &provider, const PendingSignInRow &pending, const QJsonObject &tokens, UtcMs now)
{
    const auto claims = m_directory.verify(provider.issuer, tokens.value("id_token"_L1).toString().toLatin1(),
                                           {provider.issuer, provider.clientId, pending.nonce, now});
    if (!claims) return failed(provider, reasonOf(claims.error()));
    QJsonObject about = *claims;
    const QString access = tokens.value("access_token"_L1).toString();
    const auto settings = m_directory.settings(provider.issuer, now);
    // Many providers tell the e-mail only when they are asked for it.
    if (!about.contains("email"_L1) && settings && settings->userinfoEndpoint.isValid() && !access.isEmpty()) {
        const auto answer = m_web.send({"GET", settings->userinfoEndpoint, {{"Authorization", "Bearer " + access.toLatin1()}}, {}});
        const QJsonObject more = answer && answer->status == 200 ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
        if (more.value("sub"_L1) == about.value("sub"_L1))
            for (const auto name : {"email"_L1, "email_verified"_L1, "name"_L1}) about.insert(name, more.value(name));
    }
    return Who{about.value("sub"_L1).toString(), about.value("name"_L1).toString().simplified().left(200),
               tidyEmail(about.value("email"_L1).toString()), about.value("email_verified"_L1).toBool()};
}

Result<void> checkProvider(const IdentityProviderRow &provider)
{
    static const QRegularExpression name(u"^[a-z0-9-]{1,40}\\z"_s), domain(u"^[a-z0-9-]+(\\.[a-z0-9-]+)+\\z"_s);
    const auto wrong = [](const QString &field, const QString &value) { return Error(Error::Code::BadValue, {field, value}); };
    if (!name.match(provider.name).hasMatch()) return wrong(u"name"_s, provider.name);
    if (provider.label.trimmed().isEmpty() || provider.label.size() > 100) return wrong(u"label"_s, provider.label);
    const QUrl issuer(provider.issuer, QUrl::StrictMode);
    if (!mayBeAsked(issuer) || issuer.hasQuery() || provider.issuer.size() > 500) return wrong(u"issuer"_s, provider.issuer);
    if (provider.clientId.trimmed().isEmpty() || provider.clientId.size() > 300) return wrong(u"client_id"_s, provider.clientId);
    if (!provider.clientSecret.isEmpty() && !isSecretName(provider.clientSecret)) return wrong(u"client_secret"_s, u"…"_s);
    if (provider.domains.size() > 50) return wrong(u"domains"_s, QString::number(provider.domains.size()));
    for (const QString &item : provider.domains)
        if (!domain.match(item).hasMatch() || item.size() > 253) return wrong(u"domains"_s, item);
    if (provider.joinRole == Role::Owner) return wrong(u"join_role"_s, u"owner"_s);
    return {};
}

} // namespace vox
