#include "ui/viewmodels/settings_providers.h"
#include "app/secrets/desktop_secrets.h"
#include "app/workspace/settings.h"
#include "app/workspace/when_done.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
const QString kProvidersSetting = u"model_providers"_s;
}

SettingsProviders::SettingsProviders(Settings &settings, DesktopSecrets *secrets, QObject *parent)
    : QObject(parent), m_settings(settings), m_secrets(secrets)
{
    if (secrets) connect(secrets, &DesktopSecrets::changed, this, &SettingsProviders::keysChanged);
    for (const QJsonValue &value : settings.value(kProvidersSetting).toArray()) {
        const QJsonObject row = value.toObject();
        m_rows.append({row.value("name"_L1).toString(), row.value("address"_L1).toString(), row.value("secret"_L1).toString()});
    }
}

void SettingsProviders::add()
{
    m_rows.append(Row());
    emit rowsChanged();
}

void SettingsProviders::change(int row, const Row &to)
{
    if (row < 0 || row >= m_rows.size() || m_rows[row] == to) return;
    m_rows[row] = to;
    keep();
    emit rowChanged(row);
}

void SettingsProviders::remove(int row)
{
    if (row < 0 || row >= m_rows.size()) return;
    m_rows.removeAt(row);
    keep();
    emit rowsChanged();
}

void SettingsProviders::restore(int row, const Row &what)
{
    m_rows.insert(qBound(0, row, int(m_rows.size())), what);
    keep();
    emit rowsChanged();
}

SettingsProviders::Fault SettingsProviders::faultOf(int row) const
{
    const Row &asked = m_rows.at(row);
    if (asked.name.trimmed().isEmpty()) return Fault::NameMissing;
    for (int other = 0; other < m_rows.size(); ++other)
        if (other != row && m_rows[other].name == asked.name) return Fault::NameTaken;
    const QUrl url(asked.address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)) return Fault::AddressBroken;
    static const QRegularExpression name(u"^[A-Za-z0-9_.-]{0,64}$"_s);
    return name.match(asked.secret).hasMatch() ? Fault::None : Fault::SecretBroken;
}

QString SettingsProviders::variableOf(const QString &secret)
{
    QString name = secret.toUpper();
    for (QChar &letter : name)
        if (!(letter >= u'A' && letter <= u'Z') && !(letter >= u'0' && letter <= u'9')) letter = u'_';
    return u"VOXDESK_SECRET_"_s + name;
}

SettingsProviders::KeyPlace SettingsProviders::keyPlace(const QString &secret) const
{
    if (secret.isEmpty()) return KeyPlace::NotNeeded;
    if (secretOfEnvironment(secret)) return KeyPlace::Environment;
    return m_secrets && m_secrets->names().contains(secret) ? keptIn() : KeyPlace::Missing;
}

SettingsProviders::KeyPlace SettingsProviders::keptIn() const
{
    return m_secrets && m_secrets->place() == SecretPlace::Kind::Keychain ? KeyPlace::Keychain : KeyPlace::File;
}

void SettingsProviders::putKey(const QString &secret, const QString &value)
{
    if (!m_secrets || secret.isEmpty()) return;
    whenDone(m_secrets->put(secret, value.toUtf8()), this, [this, secret](const Result<void> &kept) {
        if (kept) emit keyKept(secret);
        else emit failed(kept.error());
    });
}

// Half-written rows stay on the screen only: calls read the setting at any moment.
void SettingsProviders::keep()
{
    QJsonArray all;
    for (int row = 0; row < m_rows.size(); ++row)
        if (faultOf(row) == Fault::None)
            all.append(QJsonObject{{u"name"_s, m_rows[row].name}, {u"address"_s, m_rows[row].address}, {u"secret"_s, m_rows[row].secret}});
    m_settings.setValue(kProvidersSetting, all);
}

} // namespace vox
