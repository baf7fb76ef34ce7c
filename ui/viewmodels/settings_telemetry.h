#pragma once
#include <QJsonObject>
#include <QObject>

namespace vox {

class Settings;

// Where conversations go as telemetry: setting "telemetry.otlp", of which a screen shows the usual keys and keeps the
// others. UI thread.
class SettingsTelemetry : public QObject {
    Q_OBJECT
public:
    explicit SettingsTelemetry(Settings &settings, QObject *parent = nullptr);

    QString endpoint() const;
    bool isJson() const;
    bool words() const;
    // Kept only while hasFault() is false for it; empty: nothing is sent.
    void setEndpoint(const QString &address);
    void setJson(bool on);
    void setWords(bool on);
    bool hasFault() const; // of the address as it was typed

signals:
    void changed();

private:
    void keep(const QString &key, const QJsonValue &value);
    Settings &m_settings;
    QJsonObject m_value;
    QString m_typed;
};

} // namespace vox
