#include "ui/viewmodels/keys_view_model.h"
#include <QDateTime>

namespace vox {

using namespace Qt::StringLiterals;

KeysViewModel::KeysViewModel(SyncDriver *sync, QObject *parent) : TeamViewModel(sync, Permission::ManageOwnKeys, parent)
{
    refresh();
}

bool KeysViewModel::concerns(const QString &type) const { return type.startsWith("key."_L1); }

void KeysViewModel::ask()
{
    whenDone(lists().keys(), this, [this](const Result<QList<ApiKeyInfo>> &keys) {
        if (!keys) return lost(keys.error());
        m_keys = *keys;
        std::stable_sort(m_keys.begin(), m_keys.end(), [](const ApiKeyInfo &a, const ApiKeyInfo &b) { return a.createdUtcMs > b.createdUtcMs; });
        loaded();
    });
}

QList<Permission> KeysViewModel::scopesToGive() const
{
    QList<Permission> out;
    for (const auto &row : EnumNames<Permission>::all)
        if (may(row.value)) out.append(row.value);
    return out;
}

void KeysViewModel::make(const QString &name, const QList<Permission> &scopes, int days)
{
    if (!hasServer()) return;
    const UtcMs expires{days > 0 ? QDateTime::currentMSecsSinceEpoch() + qint64(days) * 24 * 3600 * 1000 : 0};
    act(lists().makeKey(name.trimmed(), scopes, expires), [this](const TeamLists::MadeKey &key) {
        emit made(key.token, key.info.name);
        refresh();
    });
}

void KeysViewModel::revoke(const ApiKeyInfo &key)
{
    if (!hasServer()) return;
    act(lists().revokeKey(key.id), [this, key] {
        emit revoked(key);
        refresh();
    });
}

} // namespace vox
