#include "ui/viewmodels/doors_view_model.h"

namespace vox {

using namespace Qt::StringLiterals;

DoorsViewModel::DoorsViewModel(SyncDriver *sync, QObject *parent) : TeamViewModel(sync, Permission::ManageWorkspace, parent)
{
    refresh();
}

bool DoorsViewModel::concerns(const QString &type) const { return type.startsWith("secret."_L1) || type.startsWith("identity_provider."_L1); }

void DoorsViewModel::ask()
{
    whenDone(lists().identityProviders(), this, [this](const Result<QList<Provider>> &providers) {
        if (!providers) return lost(providers.error());
        m_providers = *providers;
        std::sort(m_providers.begin(), m_providers.end(), [](const Provider &a, const Provider &b) { return a.label.localeAwareCompare(b.label) < 0; });
        loaded();
    });
    whenDone(lists().secrets(), this, [this](const Result<QList<SecretInfo>> &secrets) {
        if (!secrets) return; // none can be chosen then
        m_secrets.clear();
        for (const SecretInfo &secret : *secrets) m_secrets.append(secret.name);
    });
}

QList<Role> DoorsViewModel::rolesToGive()
{
    QList<Role> out;
    for (const auto &row : EnumNames<Role>::all)
        if (row.value != Role::Owner) out.append(row.value);
    return out;
}

QString DoorsViewModel::nameFor(const QString &label) const
{
    QString name;
    for (const QChar c : label.toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')) name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-')) name += u'-';
    }
    name = name.left(30);
    while (name.endsWith(u'-')) name.chop(1);
    if (name.isEmpty()) name = u"company"_s;
    const auto taken = [this](const QString &wanted) {
        return std::any_of(m_providers.cbegin(), m_providers.cend(), [&](const Provider &provider) { return provider.name == wanted; });
    };
    QString free = name;
    for (int i = 2; taken(free); ++i) free = name + u'-' + QString::number(i);
    return free;
}

void DoorsViewModel::write(const Provider &provider)
{
    if (!hasServer()) return;
    whenDone(lists().writeIdentityProvider(provider), this, [this](const Result<Provider> &kept) {
        if (kept) {
            emit written(*kept);
            return refresh();
        }
        const Error &error = kept.error();
        const bool typed = error.code == Error::Code::BadValue || error.code == Error::Code::MissingField || error.code == Error::Code::TooLarge;
        if (typed) emit refused(error.args.value(0), error);
        else emit failed(error);
    });
}

void DoorsViewModel::remove(const Provider &provider)
{
    if (!hasServer()) return;
    act(lists().removeIdentityProvider(provider.name), [this, provider] {
        emit removed(provider);
        refresh();
    });
}

} // namespace vox
