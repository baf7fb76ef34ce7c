#pragma once
#include "app/api/route.h"
#include "app/identity/open_id_sign_in.h"

namespace vox {

// What the routes of people work with. All of it outlives them and may be used on any thread.
struct PeopleServices {
    SignIn &signIn;
    PasswordHasher &hasher;
    const SecretVault &vault;
    OpenIdSignIn &openId;
};

// Sign-in and invitations, people, keys, secrets, the audit and identity providers: every route under /api/v1 that is
// about who may come in and what they leave behind.
Routes peopleRoutes(const PeopleServices &services);

// Its parts.
Routes signInRoutes(const PeopleServices &services);
Routes openIdRoutes(const PeopleServices &services);
Routes memberRoutes();
Routes keyRoutes();
Routes secretRoutes(const SecretVault &vault);
Routes auditRoutes();

} // namespace vox
