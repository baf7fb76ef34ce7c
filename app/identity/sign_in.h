#pragma once
#include "app/identity/doors.h"
#include "app/security/password_hasher.h"
#include "models/people/people.h"
#include "models/store/people_rows.h"
#include <functional>

namespace vox {

// A session that has just begun. The token is shown to the client once.
struct SignedIn {
    QByteArray token;  // "vxs_…"
    PersonInfo person;
    WorkspaceId workspace;
    QString session;   // its id
};

// Writes down what happened, inside the transaction it tells of: when it fails, nothing has happened. May be empty.
using Witness = std::function<Result<void>(const SignedIn &)>;

// How failed attempts slow further ones down.
struct AttemptRules {
    int freeForAccount = 5;               // attempts before the first wait
    int freeForAddress = 30;              // an office shares one
    qint64 firstWaitMs = 10 * 1000;       // doubles with each further attempt …
    qint64 longestWaitMs = 15 * 60 * 1000; // … up to this
    qint64 forgetMs = 60 * 60 * 1000;     // without an attempt
};

// Sessions with e-mail and password. One per server, any thread, with that thread's own store. Says the same, does the
// same work and waits as long whether an account exists or not.
class SignIn {
public:
    SignIn(PasswordHasher &hasher, const SessionRules &sessions = {}, const AttemptRules &attempts = {})
        : m_hasher(hasher), m_sessions(sessions), m_attempts(attempts)
    {
    }

    // SignInRefused, SignInBlocked {seconds}, Overloaded. With a null workspace: the first the person joined. A new token
    // every time; one that the client has is never taken over.
    Result<SignedIn> withPassword(ServerStore &store, const QString &email, const QString &password, WorkspaceId workspace,
                                  const QString &address, UtcMs now, const Witness &witness = {});
    // Whose password it is, after the attempt was counted: SignInRefused, SignInBlocked, Overloaded. `email` is tidy.
    Result<PersonRow> prove(ServerStore &store, const QString &email, const QString &password, const QString &address, UtcMs now);
    // Begins a session for somebody who has proved himself another way. NotFound when he is no active member.
    Result<SignedIn> begin(ServerStore &store, PersonId person, WorkspaceId workspace, const QString &with, const QString &address, UtcMs now,
                           const Witness &witness = {});
    // Ends the session of this token.
    Result<void> end(ServerStore &store, const QString &token);
    // Of a signed-in person; ends all of his other sessions everywhere. SignInRefused when `current` is wrong (counted like
    // a failed sign-in), or what checkPassword() says.
    Result<void> changePassword(ServerStore &store, const Caller &caller, const QString &current, const QString &next, UtcMs now,
                                const std::function<Result<void>()> &witness = {});

private:
    Result<void> pass(ServerStore &store, const QByteArray &subject, int free, UtcMs now);

    PasswordHasher &m_hasher;
    const SessionRules m_sessions;
    const AttemptRules m_attempts;
};

// How long the next attempt must wait after `count` of them, `free` of which cost nothing.
qint64 waitAfter(int count, int free, const AttemptRules &rules);
// As it is kept and compared: without blanks around it, lower case. Empty when it cannot be an address.
QString tidyEmail(const QString &typed);

} // namespace vox
