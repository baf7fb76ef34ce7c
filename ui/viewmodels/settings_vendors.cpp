#include "ui/viewmodels/settings_vendors.h"
#include "app/workspace/settings.h"
#include <QRegularExpression>
#include <QUrl>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

const QString kVendorsSetting = u"speech_providers"_s;

// Names that mean parts of this machine.
bool isLocal(const QString &name)
{
    static const QStringList local{u"local"_s, u"moonshine"_s, u"moonshine-tiny"_s, u"vosk"_s, u"phrases"_s, u"rhvoice"_s, u"espeak-ng"_s, u"none"_s};
    return local.contains(name);
}

bool isAddressOf(SpeechProviderKind kind, const QString &address)
{
    if (address.isEmpty()) return true; // the vendor's own
    const QUrl url(address, QUrl::StrictMode);
    const bool socket = kind == SpeechProviderKind::OpenAiRealtime;
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == (socket ? "wss"_L1 : "https"_L1) || url.scheme() == (socket ? "ws"_L1 : "http"_L1));
}

} // namespace

SettingsVendors::SettingsVendors(Settings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    for (const QJsonValue &value : settings.value(kVendorsSetting).toArray()) m_rows.append(fromJson<SpeechProvider>(value.toObject()));
}

void SettingsVendors::add(SpeechProviderKind kind)
{
    SpeechProvider row;
    row.kind = kind;
    m_rows.append(row);
    emit rowsChanged();
}

void SettingsVendors::change(int row, const SpeechProvider &to)
{
    if (row < 0 || row >= m_rows.size() || toJson(m_rows[row]) == toJson(to)) return;
    m_rows[row] = to;
    keep();
    emit rowChanged(row);
}

void SettingsVendors::remove(int row)
{
    if (row < 0 || row >= m_rows.size()) return;
    m_rows.removeAt(row);
    keep();
    emit rowsChanged();
}

void SettingsVendors::restore(int row, const SpeechProvider &what)
{
    m_rows.insert(qBound(0, row, int(m_rows.size())), what);
    keep();
    emit rowsChanged();
}

SettingsVendors::Fault SettingsVendors::faultOf(int row) const
{
    const SpeechProvider &asked = m_rows.at(row);
    if (asked.name.trimmed().isEmpty()) return Fault::NameMissing;
    if (isLocal(asked.name)) return Fault::NameLocal;
    for (int other = 0; other < m_rows.size(); ++other)
        if (other != row && m_rows[other].name == asked.name) return Fault::NameTaken;
    if (!isAddressOf(asked.kind, asked.address)) return Fault::AddressBroken;
    static const QRegularExpression name(u"^[A-Za-z0-9_.-]{0,64}$"_s);
    return name.match(asked.secret).hasMatch() ? Fault::None : Fault::SecretBroken;
}

// Half-written rows stay on the screen only: calls read the setting at any moment.
void SettingsVendors::keep()
{
    QJsonArray all;
    for (int row = 0; row < m_rows.size(); ++row)
        if (faultOf(row) == Fault::None) all.append(toJson(m_rows[row]));
    m_settings.setValue(kVendorsSetting, all);
}

} // namespace vox
