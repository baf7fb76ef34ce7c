#pragma once
#include "app/ports/sound_check.h"
#include <memory>

namespace vox {

class AudioDevices;

// The sound check over the devices that an operator chose; follows the choice while it listens. Owned by the console, UI thread.
class DeviceCheck final : public SoundCheck {
    Q_OBJECT
public:
    explicit DeviceCheck(AudioDevices &devices, QObject *parent = nullptr);
    ~DeviceCheck() override;

    void listen(bool on) override;
    bool isListening() const override;
    void playTone() override;

private:
    void open();
    void close();
    void measure();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
