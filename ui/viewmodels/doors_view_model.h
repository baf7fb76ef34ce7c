#pragma once
#include "ui/viewmodels/team_view_model.h"

namespace vox {

// The identity providers people may sign in with, for who looks after the workspace. GUI thread.
class DoorsViewModel : public TeamViewModel {
    Q_OBJECT
public:
    using Provider = TeamLists::IdentityProvider;
    explicit DoorsViewModel(SyncDriver *sync, QObject *parent = nullptr);

    // By label.
    const QList<Provider> &providers() const { return m_providers; }
    // Names of the workspace's secrets, of which one may be a client's.
    const QStringList &secrets() const { return m_secrets; }
    // What one may make of people who come by themselves: everything but owner.
    static QList<Role> rolesToGive();
    // An address's name for a label: "Our Keycloak" is "our-keycloak"; another one when that is taken.
    QString nameFor(const QString &label) const;
    void write(const Provider &provider);
    void remove(const Provider &provider);
    bool concerns(const QString &type) const override;

signals:
    void written(const vox::TeamLists::IdentityProvider &provider);
    // What was typed is not good: which field, and why.
    void refused(const QString &field, const vox::Error &error);
    void removed(const vox::TeamLists::IdentityProvider &provider);

protected:
    void ask() override;

private:
    QList<Provider> m_providers;
    QStringList m_secrets;
};

} // namespace vox
