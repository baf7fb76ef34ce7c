#pragma once
#include "app/ports/sound_player.h"
#include "models/conversation/event.h"
#include "models/base/ids.h"

namespace vox::test {

// A made-up call of `turns` exchanges, ten seconds each: question, tool, answer; every fifth answer is interrupted.
QList<ConversationEvent> longCall(ConversationId id, int turns, qint64 utcMs, const QString &agentName = QStringLiteral("Order desk"),
                                 const QString &agent = {});

// Plays nothing, at once. Remembers what it was asked.
class SilentPlayer final : public SoundPlayer {
public:
    void load(const QString &path) override;
    void play() override;
    void pause() override;
    void seek(qint64 us) override;
    void setRate(double rate) override { m_rate = rate; }
    void setLanes(Lanes lanes) override { m_lanes = lanes; }
    bool isPlaying() const override { return m_playing; }
    qint64 positionUs() const override { return m_position; }

    QString path() const { return m_path; }
    double rate() const { return m_rate; }
    Lanes lanes() const { return m_lanes; }

private:
    QString m_path;
    bool m_playing = false;
    qint64 m_position = 0;
    double m_rate = 1;
    Lanes m_lanes = Lanes::Both;
};

} // namespace vox::test
