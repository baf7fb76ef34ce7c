#include "app/providers/openai/realtime_speech.h"
#include <algorithm>
#include <cmath>

namespace vox {

namespace {
constexpr qint64 kSamplesACharacter = 60 * kSampleRate / 1000; // until the whole is known
constexpr qint64 kWindow = 30 * kSampleRate / 1000, kStep = kWindow / 3;
constexpr qint64 kNear = 250 * kSampleRate / 1000;
} // namespace

bool RealtimeSpeech::addText(const QString &delta)
{
    if (m_text.size() + delta.size() > kMostCharacters) return false;
    m_marks.push_back({m_text.size(), samples()});
    m_text += delta;
    return true;
}

bool RealtimeSpeech::addSound(const QByteArray &pcm24k)
{
    if (samples() + pcm24k.size() / 3 > kMostSamples) return false;
    m_decoder.feed({pcm24k.constData(), size_t(pcm24k.size())}, m_sound);
    m_samples = qint64(m_sound.size());
    return true;
}

void RealtimeSpeech::finishSound()
{
    if (m_soundOver) return;
    m_soundOver = true;
    m_decoder.finish(m_sound);
    m_samples = qint64(m_sound.size());
}

// Words come ahead of their sound: what sounded when they came is before them, however fast the voice is.
qint64 RealtimeSpeech::endOf(qsizetype characters) const
{
    if (characters >= m_text.trimmed().size() && isOver()) return samples();
    if (isOver() && !m_text.isEmpty()) return pauseNear(samples() * characters / m_text.size());
    qint64 guess = kSamplesACharacter * characters;
    for (const Mark &mark : m_marks)
        if (mark.characters <= characters) guess = std::max(guess, mark.samples);
    return pauseNear(guess);
}

qint64 RealtimeSpeech::pauseNear(qint64 sample) const
{
    qint64 best = sample;
    double quietest = 1e9;
    for (qint64 at = std::max<qint64>(0, sample - kNear); at <= sample + kNear && at + kWindow <= qint64(m_sound.size()); at += kStep) {
        double energy = 0;
        for (qint64 i = at; i < at + kWindow; ++i) energy += double(m_sound[size_t(i)]) * m_sound[size_t(i)];
        if (energy >= quietest) continue;
        quietest = energy;
        best = at + kWindow / 2;
    }
    return best;
}

qsizetype RealtimeSpeech::match(qsizetype from, const QString &text) const
{
    qsizetype at = from;
    for (const QChar c : text) {
        if (c.isSpace()) continue;
        while (at < m_text.size() && m_text[at].isSpace()) ++at;
        if (at >= m_text.size() || m_text[at] != c) return -1;
        ++at;
    }
    return at > from ? at : -1;
}

} // namespace vox
