#include "ui/viewmodels/secrets_view_model.h"
#include <QRegularExpression>

namespace vox {

using namespace Qt::StringLiterals;

SecretsViewModel::SecretsViewModel(SyncDriver *sync, QObject *parent) : TeamViewModel(sync, Permission::WriteSecrets, parent)
{
    refresh();
}

bool SecretsViewModel::concerns(const QString &type) const { return type.startsWith("secret."_L1); }

bool SecretsViewModel::isName(const QString &name)
{
    static const QRegularExpression allowed(u"\\A[a-z0-9_.-]{1,64}\\z"_s);
    return allowed.match(name).hasMatch();
}

void SecretsViewModel::ask()
{
    whenDone(lists().secrets(), this, [this](const Result<QList<SecretInfo>> &secrets) {
        if (!secrets) return lost(secrets.error());
        m_secrets = *secrets;
        std::sort(m_secrets.begin(), m_secrets.end(), [](const SecretInfo &a, const SecretInfo &b) { return a.name < b.name; });
        loaded();
    });
}

void SecretsViewModel::write(const QString &name, const QString &value)
{
    if (!hasServer() || !isName(name) || value.isEmpty()) return;
    act(lists().writeSecret(name, value), [this](const SecretInfo &secret) {
        emit written(secret);
        refresh();
    });
}

void SecretsViewModel::remove(const QString &name)
{
    if (!hasServer()) return;
    act(lists().removeSecret(name), [this, name] {
        emit removed(name);
        refresh();
    });
}

} // namespace vox
