#pragma once
#include "ui/viewmodels/team_view_model.h"

namespace vox {

// Names of the secrets that documents refer to. Values go to the server and never come back. GUI thread.
class SecretsViewModel : public TeamViewModel {
    Q_OBJECT
public:
    explicit SecretsViewModel(SyncDriver *sync, QObject *parent = nullptr);

    // By name.
    const QList<SecretInfo> &secrets() const { return m_secrets; }
    // Whether documents could refer to it.
    static bool isName(const QString &name);
    void write(const QString &name, const QString &value);
    void remove(const QString &name);
    bool concerns(const QString &type) const override;

signals:
    void written(const vox::SecretInfo &secret);
    void removed(const QString &name);

protected:
    void ask() override;

private:
    QList<SecretInfo> m_secrets;
};

} // namespace vox
