#pragma once
#include "app/api/outgoing_web.h"
#include "app/api/routes/people_routes.h"

namespace vox {

// Everything a server needs for people, put together once by its program; outlives the routes. Any thread.
class PeopleSide {
public:
    explicit PeopleSide(MasterKeys keys, const PasswordCost &cost = {}) : m_hasher(cost), m_vault(std::move(keys)) {}

    Authenticator &authenticator() { return m_doors; }
    Routes routes() { return peopleRoutes({m_signIn, m_hasher, m_vault, m_openId}); }
    const SecretVault &vault() const { return m_vault; }
    PasswordHasher &hasher() { return m_hasher; }
    SignIn &signIn() { return m_signIn; }
    OpenIdSignIn &openId() { return m_openId; }

private:
    PasswordHasher m_hasher;
    SecretVault m_vault;
    Doors m_doors;
    SignIn m_signIn{m_hasher};
    OutgoingWeb m_web;
    OpenIdDirectory m_directory{m_web};
    OpenIdSignIn m_openId{m_directory, m_web, m_signIn, m_vault};
};

} // namespace vox
