#pragma once
#include "app/host/heard_words.h"
#include "app/ports/text_to_speech.h"
#include "models/audio/block.h"
#include "models/base/time.h"
#include <array>
#include <deque>
#include <memory>
#include <vector>

namespace vox {

// The agent's voice in one conversation: sentences queue here, are synthesised ahead, and leave as 10 ms blocks. Knows to
// the sample what was played, so that a cut answer knows its words. Owned by its conversation, on its executor; fill()
// does not allocate.
class Mouth final : private TextToSpeech::Listener {
public:
    struct Sentence {
        qint64 answer = 0;
        QString text;
        VoiceSettings voice;
        bool interruptible = true;
        bool fixed = false; // synthesised whole, as it is in the cache of prompts
    };
    struct Spoken {
        qint64 answer = 0;
        QString heard;
        Micros start, end; // first and last audible sample
        bool interrupted = false;
    };
    class Listener {
    public:
        virtual ~Listener() = default;
        virtual void soundReady(qint64 answer) = 0; // the next fill() carries this answer's first sound
        virtual void answerStarted(qint64 answer, bool interruptible, Micros at) = 0;
        virtual void answerEnded(const Spoken &spoken) = 0;
        virtual void voiceUsed(const SpeechUsage &usage) { Q_UNUSED(usage) } // what the voice told of its cost
        virtual void everythingSaid(const QString &heard) = 0; // nothing is left to play, and the last of it was heard
    };

    // Without a voice everything said is text that takes no time.
    explicit Mouth(Listener &listener);
    ~Mouth() override;
    void useVoice(std::unique_ptr<TextToSpeech> voice);

    void say(Sentence sentence);
    // Synthesises without speaking, while the caller may yet go on. say() of the same text takes it over.
    void prepare(Sentence sentence);
    void dropPrepared();
    bool isPrepared(const QString &text, const VoiceSettings &voice) const;

    // The agent's next 10 ms; its first sample will be heard at `audible`. `now` is conversation time.
    void fill(AudioBlock &out, Micros audible, Micros now);
    bool ready() const;                                 // fill() would carry sound now
    bool busy() const { return !m_answers.empty() || m_draining; }
    bool moreToCome() const { return m_answers.size() > 1; } // behind the one that is spoken
    bool soundPending() const;                          // something is said that has not begun to sound

    // What has not begun to sound lets the caller finish first: a tool's answer that comes while they speak is not lost.
    void letFinish(bool callerSpeaks) { m_letsFinish = callerSpeaks; }
    void hold();
    void resume();
    bool held() const { return m_held; }
    // So many samples were played but dropped before they were heard; what is still heard ends at `soundEnds`.
    void rewind(int samples, Micros soundEnds);
    Micros lastAudible() const { return m_lastAudible; } // last audible sample of all that was played
    // Takes back what has not begun to sound.
    void unsay(qint64 answer, Micros now);
    // Ends everything; returns what was heard since the mouth was last silent.
    QString stop(Micros now);
    int underruns() const { return m_underruns; }

private:
    struct Chunk {
        qsizetype offset = 0;
        QString text;
        std::vector<float> sound;
        std::vector<WordMark> marks;
        std::size_t played = 0;
        std::size_t total = 0;     // kept when the sound is let go
        std::size_t firstLoud = 0;
        qint64 nth = 0;            // that was given to the voice
        bool loud = false, asked = false, done = false, trim = false;
        bool playable() const;
    };
    struct Answer {
        Sentence sentence;
        std::vector<Chunk> chunks;
        std::size_t current = 0;
        Micros start, end;
        bool announced = false, started = false;
    };

    void speechArrived(Samples samples) override;
    void wordReached(qsizetype textOffset, qint64 sample) override;
    void speechFinished() override;
    void speechFailed(const Error &error) override;
    void usageCounted(const SpeechUsage &usage) override { m_listener.voiceUsed(usage); }

    Answer makeAnswer(Sentence sentence) const;
    void synthesise();
    void synthesise(Answer &answer, Chunk &chunk);
    void chunkDone();
    void announce();
    int copy(Answer &answer, float *into, int room, Micros audible);
    void note(Answer &answer, Samples played, Micros audible);
    void finishFront(Micros at);
    void cutSoftly();
    QString heardOf(const Answer &answer) const;

    Mouth::Listener &m_listener;
    std::unique_ptr<TextToSpeech> m_voice;
    std::deque<Answer> m_answers;
    std::unique_ptr<Answer> m_prepared;
    Chunk *m_synthesising = nullptr; // in m_answers or *m_prepared; chunks do not move
    std::array<float, 80> m_tail{};  // a fade of 5 ms after a cut
    int m_tailSize = 0;
    int m_fadeIn = 0;
    bool m_held = false;
    bool m_letsFinish = false;
    bool m_draining = false;
    Micros m_lastAudible;
    Micros m_drained;                // when the last sample will have been heard
    QString m_heard;
    int m_underruns = 0;
    qint64 m_spoken = 0;             // texts given to the voice
};

} // namespace vox
