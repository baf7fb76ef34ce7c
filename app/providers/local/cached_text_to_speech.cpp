#include "app/providers/local/cached_text_to_speech.h"
#include "app/realtime/executor.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace vox {

namespace {
constexpr std::size_t kLongestKept = 60 * kSampleRate; // a minute: longer ones are hardly said twice
}

CachedTextToSpeech::CachedTextToSpeech(std::unique_ptr<TextToSpeech> voice, const QString &engine, std::shared_ptr<PromptCache> cache,
                                       Executor &executor)
    : m_voice(std::move(voice)), m_engine(engine), m_cache(std::move(cache)), m_executor(executor)
{
    m_voice->setListener(this);
}

CachedTextToSpeech::~CachedTextToSpeech()
{
    stop();
    m_voice->setListener(nullptr);
}

void CachedTextToSpeech::speak(const QString &text, const VoiceSettings &settings)
{
    stop();
    m_key = PromptCache::key(m_engine, text, settings);
    const auto rendered = m_cache->find(m_key);
    if (!rendered) return m_voice->speak(text, settings);
    m_reciting = std::make_shared<bool>(true);
    m_executor.openCall();
    m_callOpen = true;
    m_executor.post([this, rendered, alive = m_reciting] {
        if (!*alive) return; // stopped, perhaps dead
        m_callOpen = false;
        m_executor.closeCall();
        recite(*rendered, alive);
    });
}

void CachedTextToSpeech::recite(const RenderedSpeech &speech, const std::shared_ptr<bool> &alive)
{
    for (const SpokenWord &word : speech.words)
        if (*alive && m_listener) m_listener->wordReached(word.textOffset, word.sample);
    std::array<float, 8000> piece;
    std::span<const std::int16_t> left(speech.samples);
    while (!left.empty() && *alive) {
        const std::size_t count = std::min(left.size(), piece.size());
        std::transform(left.begin(), left.begin() + std::ptrdiff_t(count), piece.begin(), [](std::int16_t sample) { return float(sample) / 32768.0F; });
        left = left.subspan(count);
        if (m_listener) m_listener->speechArrived({piece.data(), count});
    }
    if (!*alive) return;
    *alive = false;
    m_reciting = nullptr;
    if (m_listener) m_listener->speechFinished();
}

void CachedTextToSpeech::stop()
{
    if (m_reciting) *m_reciting = false;
    m_reciting = nullptr;
    if (std::exchange(m_callOpen, false)) m_executor.closeCall();
    m_heard = {};
    m_voice->stop();
}

void CachedTextToSpeech::speechArrived(Samples samples)
{
    if (m_heard.samples.size() <= kLongestKept)
        for (const float sample : samples) m_heard.samples.push_back(std::int16_t(std::lround(std::clamp(sample * 32768.0F, -32768.0F, 32767.0F))));
    if (m_listener) m_listener->speechArrived(samples);
}

void CachedTextToSpeech::wordReached(qsizetype textOffset, qint64 sample)
{
    m_heard.words.push_back({textOffset, sample});
    if (m_listener) m_listener->wordReached(textOffset, sample);
}

void CachedTextToSpeech::speechFinished()
{
    if (!m_heard.samples.empty() && m_heard.samples.size() <= kLongestKept) m_cache->keep(m_key, std::exchange(m_heard, {}));
    m_heard = {};
    if (m_listener) m_listener->speechFinished();
}

void CachedTextToSpeech::speechFailed(const Error &error)
{
    m_heard = {};
    if (m_listener) m_listener->speechFailed(error);
}

} // namespace vox
