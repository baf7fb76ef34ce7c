#pragma once
#include <QJsonObject>
#include <QObject>
#include <QStringList>

namespace vox {

class Settings;

// Where the tools of agents may send requests: setting "tools_may_reach" {"hosts", "private", "loopback"}. Counts for calls
// that begin later. UI thread.
class SettingsReach : public QObject {
    Q_OBJECT
public:
    explicit SettingsReach(Settings &settings, QObject *parent = nullptr);

    // As typed, a host a line; kept only while faults() is empty. No host: any public one may be reached.
    QString hosts() const { return m_typed; }
    void setHosts(const QString &text);
    bool privateAddresses() const { return m_value.value(QLatin1StringView("private")).toBool(); }
    bool loopback() const { return m_value.value(QLatin1StringView("loopback")).toBool(); }
    void setPrivateAddresses(bool on);
    void setLoopback(bool on);

    // The lines that are no hosts.
    QStringList faults() const { return m_faults; }
    // "api.example.com", "*.example.com", "10.0.0.7", "[::1]", each also with ":8443".
    static bool isHost(const QString &text);

signals:
    void changed();

private:
    void keep(const QString &key, const QJsonValue &value);
    Settings &m_settings;
    QJsonObject m_value;
    QString m_typed;
    QStringList m_faults;
};

} // namespace vox
