#include "app/providers/local/speech_shaper.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace vox {

namespace {
constexpr std::size_t kFirstPiece = 160; // 10 ms: be heard soon
constexpr std::size_t kShapedPiece = 1600;     // then 100 ms
} // namespace

void SpeechShaper::beginSentence(qsizetype textOffset)
{
    m_textOffset = textOffset;
    m_quiet.clear();
    m_early.clear();
    m_sounding = false;
    m_cut = 0;
}

bool SpeechShaper::samples(std::span<const std::int16_t> samples, int rate)
{
    if (!m_goOn) return false;
    if (!m_resampler || rate != m_rate) {
        m_resampler.emplace(rate, kSampleRate, Resampler::Quality::Best);
        m_rate = rate;
    }
    std::array<float, 1024> piece;
    while (!samples.empty()) {
        const std::size_t count = std::min(samples.size(), piece.size());
        std::transform(samples.begin(), samples.begin() + std::ptrdiff_t(count), piece.begin(),
                       [](std::int16_t sample) { return float(sample) / 32768.0F; });
        m_resampler->process({piece.data(), count}, m_raw);
        samples = samples.subspan(count);
    }
    shape();
    if (m_ready.size() >= (m_first ? kFirstPiece : kShapedPiece)) return deliver();
    return m_goOn;
}

// Sorts raw samples into sound and silence.
void SpeechShaper::shape()
{
    for (const float sample : m_raw) {
        if (std::abs(sample) <= kQuiet) {
            m_quiet.push_back(sample);
            continue;
        }
        std::size_t from = 0;
        if (!m_sounding) {
            from = m_quiet.size() > kLead ? m_quiet.size() - kLead : 0;
            m_cut = qint64(from);
            m_sounding = true;
            if (m_pauseDue) { // the tail is part of the pause
                constexpr std::size_t kRest = kPause - kTail - kLead;
                m_ready.insert(m_ready.end(), kRest, 0.0F);
                m_made += qint64(kRest);
                m_pauseDue = false;
            }
            m_sentenceStart = m_made;
            for (const SpokenWord &word : m_early) place(word);
            m_early.clear();
        }
        m_ready.insert(m_ready.end(), m_quiet.begin() + std::ptrdiff_t(from), m_quiet.end());
        m_ready.push_back(sample);
        m_made += qint64(m_quiet.size() - from) + 1;
        m_quiet.clear();
    }
    m_raw.clear();
}

void SpeechShaper::place(const SpokenWord &word)
{
    m_words.push_back({word.textOffset, m_sentenceStart + std::max<qint64>(0, word.sample - m_cut)});
}

void SpeechShaper::word(qsizetype offset, qint64 sample, int rate)
{
    const SpokenWord word{m_textOffset + offset, rate > 0 ? sample * kSampleRate / rate : 0};
    if (m_sounding) place(word);
    else m_early.push_back(word);
}

void SpeechShaper::endSentence()
{
    if (m_resampler) m_resampler->flush(m_raw);
    shape();
    const std::size_t tail = m_sounding ? std::min(m_quiet.size(), kTail) : 0;
    m_ready.insert(m_ready.end(), m_quiet.begin(), m_quiet.begin() + std::ptrdiff_t(tail));
    m_made += qint64(tail);
    m_quiet.clear();
    for (const SpokenWord &word : m_early) m_words.push_back({word.textOffset, m_made}); // a sentence without sound
    m_early.clear();
    if (!m_ready.empty() || !m_words.empty()) deliver();
    m_pauseDue = m_pauseDue || m_sounding;
}

bool SpeechShaper::deliver()
{
    if (!m_goOn || (m_ready.empty() && m_words.empty())) return m_goOn;
    m_first = m_first && m_ready.empty();
    m_goOn = m_deliver(std::move(m_ready), std::move(m_words));
    m_ready.clear();
    m_words.clear();
    return m_goOn;
}

} // namespace vox
