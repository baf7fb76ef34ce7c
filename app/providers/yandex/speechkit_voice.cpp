#include "app/providers/yandex/speechkit_voice.h"
#include "app/providers/net/http_client.h"
#include "app/providers/net/retry_pause.h"
#include "app/providers/yandex/tts_messages.h"

namespace vox {

using namespace Qt::StringLiterals;

SpeechKitVoice::SpeechKitVoice(CallStreams &calls, Options options, Executor &executor)
    : m_calls(calls), m_options(std::move(options)), m_address(shownAddress(m_options.account.server)), m_executor(executor)
{
}

void SpeechKitVoice::speak(const QString &text, const VoiceSettings &settings)
{
    stop();
    m_text = text;
    m_settings = settings;
    m_tries = 0;
    if (text.size() <= kLongestText) return attempt();
    m_retry = m_executor.callAt(m_executor.nowUs(), [this] {
        m_retry = 0;
        if (m_listener) m_listener->speechFailed(Error(Error::Code::TooLarge, {m_address, QString::number(kLongestText)}));
    });
}

void SpeechKitVoice::stop()
{
    if (m_retry) m_executor.cancel(std::exchange(m_retry, 0));
    if (!m_call) return;
    m_calls.cancel(*std::exchange(m_call, std::nullopt));
    m_executor.closeCall();
}

void SpeechKitVoice::attempt()
{
    m_retry = 0;
    ++m_tries;
    m_samples = m_marked = 0;
    m_decoder.emplace(kSampleRate);
    CallStreams::Request request;
    request.server = m_options.account.server;
    request.method = "/speechkit.tts.v3.Synthesizer/UtteranceSynthesis";
    request.metadata = m_options.account.metadata();
    request.timeoutMs = m_options.timeoutMs;
    m_executor.openCall();
    m_call = m_calls.open(request, m_executor,
                          {[this](const QByteArray &message) { arrived(message); }, [this](const std::optional<Error> &error) { ended(error); }});
    m_calls.send(*m_call, yandex::ttsRequest(m_text, m_settings.voice.isEmpty() ? m_options.voice : m_settings.voice, m_settings.rate));
    m_calls.finishSending(*m_call);
}

void SpeechKitVoice::arrived(const QByteArray &message)
{
    yandex::TtsPiece piece;
    if (!yandex::readTts(message, piece)) return fail(Error(Error::Code::BadAnswer, {m_address, u"protobuf"_s}));
    for (const auto &word : piece.words) mark(word.text, word.startMs);
    std::vector<float> samples;
    m_decoder->feed({piece.pcm.constData(), size_t(piece.pcm.size())}, samples);
    m_samples += qint64(samples.size());
    for (float &sample : samples) sample *= float(m_settings.volume);
    if (m_listener && m_call && !samples.empty()) m_listener->speechArrived(samples);
}

// Words come as the voice read them; where one does not stand in the text (a number spelt out), the next may.
void SpeechKitVoice::mark(const QString &word, qint64 startMs)
{
    const qsizetype at = word.isEmpty() ? -1 : m_text.indexOf(word, m_marked, Qt::CaseInsensitive);
    if (at < 0) return;
    m_marked = at + word.size();
    if (m_listener && m_call) m_listener->wordReached(at, startMs * kSampleRate / 1000);
}

void SpeechKitVoice::ended(const std::optional<Error> &error)
{
    if (error) return fail(*error);
    if (m_samples == 0) return fail(Error(Error::Code::BadAnswer, {m_address, u"no sound"_s}));
    stop();
    if (!m_listener) return;
    m_listener->usageCounted({m_options.account.name, m_settings.voice.isEmpty() ? m_options.voice : m_settings.voice, 0, 0,
                              m_samples * 1000 / kSampleRate, m_text.size()});
    m_listener->speechFinished();
}

// What was spoken already cannot be spoken again: only an utterance that has not begun is tried anew.
void SpeechKitVoice::fail(const Error &error)
{
    stop();
    const auto pause = m_samples == 0 ? pauseBeforeRetryMs(error, m_tries) : std::nullopt;
    if (pause) m_retry = m_executor.callAt(m_executor.nowUs() + *pause * 1000, [this] { attempt(); });
    else if (m_listener) m_listener->speechFailed(error);
}

} // namespace vox
