#pragma once
#include "app/dsp/pcm16.h"
#include "app/ports/text_to_speech.h"
#include "app/providers/openai/endpoint.h"
#include "app/providers/openai/sse_parser.h"
#include <optional>

namespace vox {

// Speaks by POST /audio/speech (OpenAI's OpenAPI document, CreateSpeechRequest) and hands the sound over as it streams:
// 24 kHz PCM, as events with usage from models that have them, else bare. One per conversation, on its executor.
class OpenAiVoice final : public TextToSpeech {
public:
    struct Options {
        OpenAiEndpoint endpoint;
        QString model;          // "gpt-4o-mini-tts", "tts-1", …
        QString voice;          // when the agent names none
        int timeoutMs = 20000;  // without a byte, and to the first
    };
    static constexpr qsizetype kLongestText = 4096; // characters, the vendor's limit

    OpenAiVoice(HttpClient &client, Options options, Executor &executor);
    ~OpenAiVoice() override;

    void setListener(Listener *listener) override { m_listener = listener; }
    void speak(const QString &text, const VoiceSettings &settings) override;
    void stop() override;

private:
    void attempt();
    bool streamsEvents() const;
    void takePiece(const QByteArray &piece);
    void takeEvent(const QByteArray &data);
    void sound(std::vector<float> samples);
    void finish(const Result<HttpResponse> &response);
    void fail(const Error &error);

    HttpClient &m_client;
    const Options m_options;
    const QString m_address;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    QString m_text;
    VoiceSettings m_settings;
    std::optional<Pcm16Decoder> m_decoder;
    SseParser m_events;
    QByteArray m_errorBody;
    SpeechUsage m_usage;
    qint64 m_bytes = 0;
    qint64 m_samples = 0;
    bool m_ended = false; // the stream said so
    std::optional<HttpClient::CallId> m_call;
    Executor::TimerId m_retry = 0;
    int m_status = 0, m_tries = 0;
};

} // namespace vox
