#pragma once
#include "app/dsp/pcm16.h"
#include "models/audio/block.h"
#include <QString>
#include <vector>

namespace vox {

// One item that the model speaks: its words and its sound, as they come. The server says of neither where in the other it
// is; where words end is estimated. Pure; lives until it was played or cut.
class RealtimeSpeech {
public:
    static constexpr qsizetype kMostCharacters = 100000;
    static constexpr qint64 kMostSamples = qint64(kSampleRate) * 600;

    explicit RealtimeSpeech(QString item) : m_item(std::move(item)), m_decoder(24000) {}
    // False: it is longer than any answer; what is beyond is left out.
    bool addText(const QString &delta);
    bool addSound(const QByteArray &pcm24k);
    void finishSound();                       // nothing more comes
    void finishText() { m_textOver = true; }

    const QString &item() const { return m_item; }
    const QString &text() const { return m_text; }
    Samples sound() const { return m_sound; } // 16 kHz
    qint64 samples() const { return m_samples; }
    void letGoOfSound() { std::vector<float>().swap(m_sound); } // it was taken; how long it was stays known
    bool isOver() const { return m_soundOver && m_textOver; }
    bool soundIsOver() const { return m_soundOver; }

    // Where the sound of the first so many characters ends, in a pause if there is one near: a sample, which may not have
    // come yet. Whole text, all sound there: its end.
    qint64 endOf(qsizetype characters) const;
    // Behind `text` when it comes next after the first `from` characters, spaces apart; -1: something else does.
    qsizetype match(qsizetype from, const QString &text) const;

private:
    struct Mark {
        qsizetype characters; // known when
        qint64 samples;       // so much sound was
    };
    qint64 pauseNear(qint64 sample) const;

    QString m_item, m_text;
    Pcm16Decoder m_decoder;
    std::vector<float> m_sound;
    qint64 m_samples = 0;
    std::vector<Mark> m_marks;
    bool m_textOver = false, m_soundOver = false;
};

} // namespace vox
