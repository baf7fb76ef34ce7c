#include "ui/viewmodels/settings_reach.h"
#include "app/workspace/settings.h"
#include <QJsonArray>
#include <QRegularExpression>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

const QString kReachSetting = u"tools_may_reach"_s;

QStringList lines(const QString &text)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

} // namespace

SettingsReach::SettingsReach(Settings &settings, QObject *parent) : QObject(parent), m_settings(settings), m_value(settings.value(kReachSetting).toObject())
{
    QStringList hosts;
    for (const QJsonValue &host : m_value.value("hosts"_L1).toArray()) hosts.append(host.toString());
    m_typed = hosts.join(u'\n');
}

bool SettingsReach::isHost(const QString &text)
{
    static const QRegularExpression form(u"^(?:\\*\\.)?((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)*[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?"
                                         "|\\[[0-9a-fA-F:.]{2,45}\\])(?::(\\d{1,5}))?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch() || text.size() > 260) return false;
    if (text.startsWith("*.["_L1)) return false;
    const QString port = match.captured(2);
    return port.isEmpty() || (port.toInt() >= 1 && port.toInt() <= 65535);
}

void SettingsReach::setHosts(const QString &text)
{
    m_typed = text;
    m_faults.clear();
    QJsonArray hosts;
    for (const QString &line : lines(text)) {
        if (!isHost(line)) m_faults.append(line);
        else if (const QString host = line.toLower(); !hosts.contains(host)) hosts.append(host);
    }
    if (m_faults.isEmpty()) keep(u"hosts"_s, hosts);
    else emit changed();
}

void SettingsReach::setPrivateAddresses(bool on) { keep(u"private"_s, on); }
void SettingsReach::setLoopback(bool on) { keep(u"loopback"_s, on); }

void SettingsReach::keep(const QString &key, const QJsonValue &value)
{
    m_value.insert(key, value);
    m_settings.setValue(kReachSetting, m_value);
    emit changed();
}

} // namespace vox
