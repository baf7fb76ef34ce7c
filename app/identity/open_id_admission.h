#pragma once
#include "models/base/result.h"
#include "models/store/people_rows.h"

namespace vox {

class ServerStore;

// Whom a provider has signed in, as its token says.
struct OpenIdSubject {
    QString subject;
    QString name;
    QString email;         // tidy; empty: none
    bool verified = false; // the provider vouches for the e-mail
};

// The person in the provider's workspace that a subject is, linked from now on: who was linked before; else the bearer of
// the invitation (hash; empty: none); else whose verified e-mail lies in a domain that the provider's settings admit.
// Removed members come back through an invitation alone. NotInvited, InvitationOver. Inside a transaction.
Result<PersonId> admitSubject(ServerStore &store, const IdentityProviderRow &provider, const OpenIdSubject &who, const QByteArray &invitationHash,
                              UtcMs now);

} // namespace vox
