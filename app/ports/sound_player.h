#pragma once
#include "models/base/error.h"
#include <QObject>
#include <QString>

namespace vox {

// Plays a recording: caller left, agent right. One per screen, on its thread; decoding happens elsewhere, so that nothing
// blocks. Positions are microseconds of the recording, wherever the rate stands.
class SoundPlayer : public QObject {
    Q_OBJECT
public:
    enum class Lanes { Both, Caller, Agent };
    using QObject::QObject;

    // Stops what played. An empty path takes the recording out.
    virtual void load(const QString &path) = 0;
    virtual void play() = 0;
    virtual void pause() = 0;
    // Clamped to the recording; keeps playing or standing.
    virtual void seek(qint64 us) = 0;
    // 1.0, 1.25, 1.5 or 2.0 times as fast, at the same pitch or not.
    virtual void setRate(double rate) = 0;
    virtual void setLanes(Lanes lanes) = 0;
    virtual bool isPlaying() const = 0;
    virtual qint64 positionUs() const = 0;

signals:
    void positionChanged(qint64 us); // as it is heard, about 60 times a second while playing
    void playingChanged();
    // NoLoudspeaker, AudioBroken, ...; it does not play then.
    void failed(const vox::Error &error);
};

} // namespace vox
