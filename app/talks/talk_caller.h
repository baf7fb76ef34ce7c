#pragma once
#include "app/host/paced_line.h"
#include "app/talks/talk_scene.h"
#include <memory>

namespace vox {

// The caller of a talk: does its lines one after the other, each when it is due. Speech is a tone of 60 ms a character, or
// a sound file; a cough is noise. Leaves when told to, or once both were silent for a while after the last line.
class TalkCaller final : public PacedLine {
public:
    // `sounds`: 16 kHz mono of each line of the file that speaks from one.
    TalkCaller(const Talk &talk, QHash<int, std::vector<float>> sounds, std::shared_ptr<TalkScene> scene);

    void play(const AudioBlock &block) override;
    void agentListens(bool listens) override;
    bool pressKeys(const QString &) override { return true; }

private:
    Captured next(AudioBlock &into) override;
    bool due(const TalkLine &line) const;
    void begin(const TalkLine &line);
    bool soundOn(AudioBlock &into);
    void addNoise(AudioBlock &into);
    void finishAct();
    bool mayLeave() const;
    std::int64_t nowUs() const { return blocks() * kBlockUs; }

    // What sounds now: words, pauses, noise.
    struct Span {
        std::int64_t samples = 0;
        QString text; // the characters it consists of; empty: a pause
    };
    void spellOut(const TalkLine &line);
    float sampleOf(const Span &span, std::int64_t at);
    float hiss();

    const Talk m_talk;
    QHash<int, std::vector<float>> m_sounds;
    std::shared_ptr<TalkScene> m_scene;
    QList<TalkLine> m_script, m_noises;
    qsizetype m_next = 0;
    bool m_acting = false;
    std::vector<Span> m_spans;
    std::size_t m_span = 0;
    std::int64_t m_at = 0;             // sample inside the span
    const std::vector<float> *m_sound = nullptr;
    std::size_t m_soundAt = 0;
    std::int64_t m_listensSinceUs = -1;
    std::int64_t m_lastSoundUs = 0;
    std::int64_t m_lastActUs = 0;
    quint64 m_random;
};

} // namespace vox
