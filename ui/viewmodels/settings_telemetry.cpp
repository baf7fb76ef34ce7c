#include "ui/viewmodels/settings_telemetry.h"
#include "app/workspace/settings.h"
#include <QUrl>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
const QString kTelemetrySetting = u"telemetry.otlp"_s;
}

SettingsTelemetry::SettingsTelemetry(Settings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_value(settings.value(kTelemetrySetting).toObject()), m_typed(endpoint())
{
}

QString SettingsTelemetry::endpoint() const { return m_value.value("endpoint"_L1).toString(); }
bool SettingsTelemetry::isJson() const { return m_value.value("protocol"_L1).toString() == "http/json"_L1; }
bool SettingsTelemetry::words() const { return m_value.value("words"_L1).toBool(); }

bool SettingsTelemetry::hasFault() const
{
    if (m_typed.isEmpty()) return false;
    const QUrl url(m_typed, QUrl::StrictMode);
    return !url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1);
}

void SettingsTelemetry::setEndpoint(const QString &address)
{
    m_typed = address.trimmed();
    if (hasFault()) emit changed();
    else keep(u"endpoint"_s, m_typed);
}

void SettingsTelemetry::setJson(bool on) { keep(u"protocol"_s, on ? u"http/json"_s : u"http/protobuf"_s); }
void SettingsTelemetry::setWords(bool on) { keep(u"words"_s, on); }

void SettingsTelemetry::keep(const QString &key, const QJsonValue &value)
{
    m_value.insert(key, value);
    m_settings.setValue(kTelemetrySetting, m_value);
    emit changed();
}

} // namespace vox
