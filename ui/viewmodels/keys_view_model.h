#pragma once
#include "ui/viewmodels/team_view_model.h"

namespace vox {

// API keys: one's own, or everybody's for who may manage them. GUI thread.
class KeysViewModel : public TeamViewModel {
    Q_OBJECT
public:
    explicit KeysViewModel(SyncDriver *sync, QObject *parent = nullptr);

    // Newest first.
    const QList<ApiKeyInfo> &keys() const { return m_keys; }
    bool seesEverybodys() const { return may(Permission::ManageKeys); }
    // What a key of one's own may be allowed.
    QList<Permission> scopesToGive() const;
    // `days` 0: does not expire.
    void make(const QString &name, const QList<Permission> &scopes, int days);
    void revoke(const ApiKeyInfo &key);
    bool concerns(const QString &type) const override;

signals:
    // The key is shown now and never again.
    void made(const QString &token, const QString &name);
    void revoked(const vox::ApiKeyInfo &key);

protected:
    void ask() override;

private:
    QList<ApiKeyInfo> m_keys;
};

} // namespace vox
