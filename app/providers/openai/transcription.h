#pragma once
#include "app/ports/speech_to_text.h"
#include "app/providers/openai/endpoint.h"
#include "app/providers/openai/transcription_answer.h"

namespace vox {

// Recognises a segment by POST /audio/transcriptions once its end is asked for; what the server streams meanwhile comes as
// partials. One per conversation, on its executor. A further request, begin() and drop() cancel the one that is out.
class OpenAiTranscription final : public SpeechToText {
public:
    struct Options {
        OpenAiEndpoint endpoint;
        QString model;         // "gpt-4o-mini-transcribe", "whisper-1", …
        QString language;      // BCP 47
        int timeoutMs = 8000;  // of one try
    };
    OpenAiTranscription(HttpClient &client, Options options, Executor &executor);
    ~OpenAiTranscription() override;

    void setListener(Listener *listener) override { m_listener = listener; }
    void expect(const QStringList &phrases) override { m_phrases = phrases; }
    void begin() override;
    void feed(Samples samples) override;
    Ticket requestFinal() override;
    void drop() override;

private:
    void attempt();
    void cancel();
    void takePiece(const QByteArray &piece);
    void finish(const Result<HttpResponse> &response);
    void fail(const Error &error);
    void answer();
    qint64 audioUs() const { return m_pcm.size() / 2 * 1000000 / kSampleRate; }

    HttpClient &m_client;
    const Options m_options;
    const QString m_address;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    QStringList m_phrases;
    QByteArray m_pcm;
    TranscriptionAnswer m_answer;
    QByteArray m_errorBody;
    std::optional<HttpClient::CallId> m_call;
    Executor::TimerId m_retry = 0;
    Ticket m_ticket = 0;
    qint64 m_askedUs = 0; // of sound, when the final was asked for
    int m_status = 0, m_tries = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace vox
