#pragma once
#include "models/base/error.h"
#include <QObject>

namespace vox {

// Tries out the chosen devices outside a call: how loud the microphone is, and a tone for the loudspeaker. One for the
// settings screen, on its thread; nothing blocks.
class SoundCheck : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Opens or closes the microphone. NoMicrophone arrives as failed().
    virtual void listen(bool on) = 0;
    virtual bool isListening() const = 0;
    // A second of 440 Hz at -20 dBFS. NoLoudspeaker arrives as failed().
    virtual void playTone() = 0;

signals:
    // About 20 times a second while listening, dBFS.
    void levelMeasured(double rms, double peak);
    void listeningChanged();
    void failed(const vox::Error &error);
};

} // namespace vox
