#include "app/providers/yandex/speechkit_voice.h"
#include "app/providers/net/http_client.h"
#include "app/providers/yandex/tts_messages.h"

namespace vox {

using namespace Qt::StringLiterals;

SpeechKitVoice::SpeechKitVoice(CallStreams &calls, Options options, Executor &executor)
    : VendorVoice({shownAddress(options.account.server), kLongestText, kSampleRate}, executor), m_calls(calls), m_options(std::move(options))
{
}

void SpeechKitVoice::ask()
{
    m_marked = 0;
    CallStreams::Request request;
    request.server = m_options.account.server;
    request.method = "/speechkit.tts.v3.Synthesizer/UtteranceSynthesis";
    request.metadata = m_options.account.metadata();
    request.timeoutMs = m_options.timeoutMs;
    m_call = m_calls.open(request, executor(),
                          {[this](const QByteArray &message) { arrived(message); }, [this](const std::optional<Error> &error) { ended(error); }});
    m_calls.send(*m_call, yandex::ttsRequest(text(), voice(), settings().rate));
    m_calls.finishSending(*m_call);
}

void SpeechKitVoice::hangUp()
{
    if (m_call) m_calls.cancel(*std::exchange(m_call, std::nullopt));
}

SpeechUsage SpeechKitVoice::usage() const { return {m_options.account.name, voice(), 0, 0, 0, text().size()}; }

void SpeechKitVoice::arrived(const QByteArray &message)
{
    yandex::TtsPiece piece;
    if (!yandex::readTts(message, piece)) return fail(Error(Error::Code::BadAnswer, {address(), u"protobuf"_s}));
    for (const auto &word : piece.words) mark(word.text, word.startMs);
    if (isOut()) pcm({piece.pcm.constData(), size_t(piece.pcm.size())});
}

// Words come as the voice read them; where one does not stand in the text (a number spelt out), the next may.
void SpeechKitVoice::mark(const QString &said, qint64 startMs)
{
    const qsizetype at = said.isEmpty() ? -1 : text().indexOf(said, m_marked, Qt::CaseInsensitive);
    if (at < 0) return;
    m_marked = at + said.size();
    word(at, startMs * kSampleRate / 1000);
}

void SpeechKitVoice::ended(const std::optional<Error> &error)
{
    if (error) fail(*error);
    else finish();
}

} // namespace vox
