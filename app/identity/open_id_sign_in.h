#pragma once
#include "app/identity/open_id_directory.h"
#include "app/identity/secret_vault.h"
#include "app/identity/sign_in.h"

namespace vox {

struct OpenIdStart {
    WorkspaceId workspace;
    QString provider;        // its name in the workspace
    QString redirectUri;     // http://127.0.0.1:PORT/… or http://[::1]:PORT/… (RFC 8252)
    QByteArray invitation;   // token; empty: none
};
struct OpenIdStarted {
    QUrl authorizeUrl;       // for the system's browser
    QString state;           // comes back to the redirect address; finish() wants it
    UtcMs expires;
};
struct OpenIdFinish {
    QString state;
    QString code;
    QString redirectUri;     // the same as at the start
    QString issuer;          // "iss" of the redirect (RFC 9207); empty: it had none
};

// Sign-in through a company's OpenID provider: authorisation code with PKCE (S256), state and nonce. The console opens the
// browser and listens on a loopback address; the server exchanges the code. One per server, any thread, with that
// thread's own store. Never call it inside a transaction: it asks the network.
class OpenIdSignIn {
public:
    OpenIdSignIn(OpenIdDirectory &directory, WebFetch &web, SignIn &signIn, const SecretVault &vault)
        : m_directory(directory), m_web(web), m_signIn(signIn), m_vault(vault)
    {
    }

    // NotFound for a provider that is not there or switched off; BadValue {"redirect_uri", …}; InvitationOver.
    Result<OpenIdStarted> start(ServerStore &store, const OpenIdStart &start, UtcMs now);
    // Once per state. Who it is: a linked subject; else the bearer of the invitation; else whose e-mail the provider has
    // verified and lies in a domain that the workspace admits. NotInvited otherwise; IdentityProviderFailed {name, reason}.
    Result<SignedIn> finish(ServerStore &store, const OpenIdFinish &finish, const QString &address, UtcMs now, const Witness &witness = {});

private:
    struct Who {
        QString subject;
        QString name;
        QString email;       // tidy; empty: none
        bool verified = false;
    };
    Result<QJsonObject> exchange(ServerStore &store, const IdentityProviderRow &provider, const PendingSignInRow &pending, const OpenIdFinish &finish,
                                 UtcMs now);
    Result<Who> who(const IdentityProviderRow &provider, const PendingSignInRow &pending, const QJsonObject &tokens, UtcMs now);

    OpenIdDirectory &m_directory;
    WebFetch &m_web;
    SignIn &m_signIn;
    const SecretVault &m_vault;
};

// Checks what an owner typed: a name for addresses, an issuer that may be asked, a client id, domains. BadValue {field, value}.
Result<void> checkProvider(const IdentityProviderRow &provider);

} // namespace vox
