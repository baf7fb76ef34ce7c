#include "app/providers/net/vendor_voice.h"
#include "app/providers/net/retry_pause.h"

namespace vox {

using namespace Qt::StringLiterals;

VendorVoice::VendorVoice(Manner manner, Executor &executor) : m_manner(std::move(manner)), m_executor(executor) {}

void VendorVoice::speak(const QString &text, const VoiceSettings &settings)
{
    stop();
    m_text = text;
    m_settings = settings;
    m_tries = 0;
    if (text.size() <= m_manner.longestText) return attempt();
    m_retry = m_executor.callAt(m_executor.nowUs(), [this] {
        m_retry = 0;
        if (m_listener) m_listener->speechFailed(Error(Error::Code::TooLarge, {m_manner.address, QString::number(m_manner.longestText)}));
    });
}

void VendorVoice::stop()
{
    if (m_retry) m_executor.cancel(std::exchange(m_retry, 0));
    close();
}

void VendorVoice::close()
{
    if (!std::exchange(m_out, false)) return;
    hangUp();
    m_executor.closeCall();
}

void VendorVoice::attempt()
{
    m_retry = 0;
    ++m_tries;
    m_samples = 0;
    m_decoder.emplace(m_manner.rateHz);
    m_out = true;
    m_executor.openCall();
    ask();
}

void VendorVoice::pcm(std::string_view bytes)
{
    std::vector<float> samples;
    m_decoder->feed(bytes, samples);
    sound(std::move(samples));
}

void VendorVoice::sound(std::vector<float> samples)
{
    if (samples.empty() || !m_out) return;
    m_samples += qint64(samples.size());
    for (float &sample : samples) sample *= float(m_settings.volume);
    if (m_listener) m_listener->speechArrived(samples);
}

void VendorVoice::word(qsizetype textOffset, qint64 sample)
{
    if (m_listener && m_out) m_listener->wordReached(textOffset, sample);
}

void VendorVoice::finish()
{
    std::vector<float> rest;
    m_decoder->finish(rest);
    sound(std::move(rest));
    if (!m_out) return; // the listener stopped us
    if (m_samples == 0) return fail(Error(Error::Code::BadAnswer, {m_manner.address, u"no sound"_s}));
    close();
    if (!m_listener) return;
    SpeechUsage used = usage();
    used.audioMs = m_samples * 1000 / kSampleRate;
    m_listener->usageCounted(used);
    m_listener->speechFinished();
}

// What was spoken already cannot be spoken again: only an utterance that has not begun is tried anew.
void VendorVoice::fail(const Error &error)
{
    close();
    const auto pause = m_samples == 0 ? pauseBeforeRetryMs(error, m_tries) : std::nullopt;
    if (pause) m_retry = m_executor.callAt(m_executor.nowUs() + *pause * 1000, [this] { attempt(); });
    else if (m_listener) m_listener->speechFailed(error);
}

} // namespace vox
