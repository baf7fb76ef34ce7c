#pragma once
#include <QList>
#include <QObject>
#include <QString>

namespace vox {

// The microphone and the loudspeaker that the next call will use, as lists to choose from. Implemented by the console over
// the devices of the machine; UI thread.
class DeviceChoice : public QObject {
    Q_OBJECT
public:
    struct Device {
        QString id; // empty: whatever the system's default is
        QString name;
        friend bool operator==(const Device &, const Device &) = default;
    };
    using QObject::QObject;

    // Empty lists: there is none. The first entry is the system's default.
    virtual QList<Device> microphones() const = 0;
    virtual QList<Device> loudspeakers() const = 0;
    virtual QString microphone() const = 0;
    virtual QString loudspeaker() const = 0;
    virtual void chooseMicrophone(const QString &id) = 0;
    virtual void chooseLoudspeaker(const QString &id) = 0;

signals:
    void changed(); // plugged in, pulled out, or chosen
};

} // namespace vox
