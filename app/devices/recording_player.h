#pragma once
#include "app/ports/sound_player.h"
#include <QString>
#include <memory>

namespace vox {

// Plays recordings over a loudspeaker. Decodes on a thread of its own into memory (4 bytes a frame of 16 kHz) and begins
// before that is done. Owned by the console, UI thread.
class RecordingPlayer final : public SoundPlayer {
    Q_OBJECT
public:
    explicit RecordingPlayer(QObject *parent = nullptr);
    ~RecordingPlayer() override;
    // Empty: the system's default. From the next play() on.
    void setLoudspeaker(const QString &id);

    void load(const QString &path) override;
    void play() override;
    void pause() override;
    void seek(qint64 us) override;
    void setRate(double rate) override;
    void setLanes(Lanes lanes) override;
    bool isPlaying() const override;
    qint64 positionUs() const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
