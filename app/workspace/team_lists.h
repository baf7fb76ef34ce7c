#pragma once
#include "app/workspace/team_server.h"
#include "models/people/people.h"
#include <QFuture>

namespace vox {

// What an administrator does on a team's server, with typed values: people, invitations, API keys, secrets, the audit.
// Thin over TeamServer; the same errors. UI thread; the server outlives it.
class TeamLists {
public:
    explicit TeamLists(TeamServer &server) : m_server(server) {}

    QFuture<Result<QList<PersonInfo>>> people();
    QFuture<Result<PersonInfo>> changeRole(PersonId person, Role role);
    QFuture<Result<void>> removePerson(PersonId person);
    QFuture<Result<QList<InvitationInfo>>> invitations();
    // An invitation and its link, which nobody can ask for again. An empty e-mail: whoever has the link.
    struct MadeInvitation {
        InvitationInfo info;
        QString link;
    };
    QFuture<Result<MadeInvitation>> invite(const QString &email, Role role);
    QFuture<Result<void>> withdraw(const QString &invitation);

    QFuture<Result<QList<ApiKeyInfo>>> keys();
    // A key and its secret, which nobody can ask for again.
    struct MadeKey {
        ApiKeyInfo info;
        QString token;
    };
    // `expires` 0: never.
    QFuture<Result<MadeKey>> makeKey(const QString &name, const QList<Permission> &scopes, UtcMs expires);
    QFuture<Result<void>> revokeKey(const QString &key);

    QFuture<Result<QList<SecretInfo>>> secrets();
    QFuture<Result<SecretInfo>> writeSecret(const QString &name, const QString &value);
    QFuture<Result<void>> removeSecret(const QString &name);

    // A company's OpenID provider. `clientSecret` names a secret of the workspace; empty: a public client.
    struct IdentityProvider {
        QString name;    // in addresses: lower case, digits, "-"
        QString label;   // on the button
        QString issuer, clientId, clientSecret;
        QStringList domains; // of e-mail addresses that may join without an invitation
        Role joinRole = Role::Viewer;
        bool enabled = true;
        friend bool operator==(const IdentityProvider &, const IdentityProvider &) = default;
    };
    QFuture<Result<QList<IdentityProvider>>> identityProviders();
    // Makes it, or changes the one of that name.
    QFuture<Result<IdentityProvider>> writeIdentityProvider(const IdentityProvider &provider);
    // Who is linked to it signs in another way.
    QFuture<Result<void>> removeIdentityProvider(const QString &name);
    // One's own; ends one's other sessions. SignInRefused when `current` is wrong.
    QFuture<Result<void>> changePassword(const QString &current, const QString &next);

    // Empty texts and times of 0 mean any. The person by id.
    struct AuditFilter {
        QString person, action, subject, outcome;
        UtcMs from, to;
        friend bool operator==(const AuditFilter &, const AuditFilter &) = default;
    };
    struct AuditPage {
        QList<AuditEntry> entries;
        QString next; // hand to the next question; empty: that was all
    };
    QFuture<Result<AuditPage>> audit(const AuditFilter &filter, const QString &cursor = {});
    // A piece of the whole as "csv" or "ndjson": bytes and where to go on.
    struct AuditPiece {
        QByteArray bytes;
        int entries = 0;
        QString next;
    };
    QFuture<Result<AuditPiece>> exportAudit(const AuditFilter &filter, const QString &format, const QString &cursor = {});

private:
    template <typename T> QFuture<Result<QList<T>>> list(const QString &path);
    template <typename T> QFuture<Result<T>> ask(const QByteArray &method, const QString &path, const QJsonValue &body,
                                                 std::function<Result<T>(const QJsonObject &)> read);
    QFuture<Result<void>> tell(const QByteArray &method, const QString &path, const QJsonValue &body = QJsonValue::Undefined);

    TeamServer &m_server;
};

} // namespace vox
