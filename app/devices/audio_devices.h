#pragma once
#include "app/host/line.h"
#include "models/base/result.h"
#include <QAudioDevice>
#include <QList>
#include <QMediaDevices>
#include <QObject>
#include <memory>

namespace vox {

// A microphone or a loudspeaker as a list shows it.
struct AudioDeviceRow {
    QString id;      // stable across starts; empty: the system's default
    QString name;
    bool isDefault = false;
};

// The sound devices of this machine and the ones an operator chose. Owned by the console, UI thread.
class AudioDevices : public QObject {
    Q_OBJECT
public:
    explicit AudioDevices(QObject *parent = nullptr);

    QList<AudioDeviceRow> microphones() const;
    QList<AudioDeviceRow> loudspeakers() const;
    // What a new call will use; an id that is not there (any more) means the default.
    QString microphone() const { return m_microphone; }
    QString loudspeaker() const { return m_loudspeaker; }
    void setMicrophone(const QString &id);
    void setLoudspeaker(const QString &id);

    // A line over the chosen devices. Errors: NoMicrophone. Without a loudspeaker the call is recorded and read, not heard.
    Result<std::unique_ptr<Line>> openLine() const;

signals:
    void changed(); // plugged in, pulled out, or chosen

private:
    QAudioDevice find(const QList<QAudioDevice> &among, const QString &id, const QAudioDevice &fallback) const;

    QMediaDevices m_system;
    QString m_microphone, m_loudspeaker;
};

} // namespace vox
