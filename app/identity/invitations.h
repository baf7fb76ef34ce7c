#pragma once
#include "app/identity/sign_in.h"

namespace vox {

// An invitation that has just been made. The token goes into the link, which is shown once.
struct Invited {
    QByteArray token; // "vxi_…"
    InvitationInfo info;
};

struct Acceptance {
    QByteArray token;
    QString name;
    QString email;
    QString password;
};

constexpr qint64 kInvitationLastsMs = qint64(7) * 24 * 3600 * 1000;

// Makes an invitation. Whoever asks may give at most what he may do himself (Forbidden). BadValue for an e-mail that is none;
// an empty one invites whoever has the link. Best run inside a transaction.
Result<Invited> invite(ServerStore &store, const Caller &by, const QString &email, Role role, UtcMs now,
                       qint64 lastsMs = kInvitationLastsMs);

// A link for another owner, made by whoever may start the server's program on its machine. The audit tells of it.
Result<Invited> inviteOwner(ServerStore &store, WorkspaceId workspace, UtcMs now);

// The link of a new server's first administrator: nullopt when the workspace has an owner. Links made before stop working. The audit tells of it.
Result<std::optional<Invited>> firstOwnerInvitation(ServerStore &store, WorkspaceId workspace, UtcMs now);

// Makes the bearer of a token a member, once, and signs him in. Somebody who has an account proves it with its password,
// unless the invitation names his e-mail and he is in no other workspace: then the password is new (that is how a
// forgotten one is replaced), and his sessions and keys end. InvitationOver, SignInRefused, what checkPassword() says, BadValue.
Result<SignedIn> acceptInvitation(ServerStore &store, SignIn &signIn, PasswordHasher &hasher, const Acceptance &acceptance,
                                  const QString &address, UtcMs now, const Witness &witness = {});

} // namespace vox
