#pragma once
#include "app/providers/net/vendor_voice.h"
#include "app/providers/openai/endpoint.h"
#include "app/providers/openai/sse_parser.h"

namespace vox {

// Speaks by POST /audio/speech (OpenAI's OpenAPI document, CreateSpeechRequest) and hands the sound over as it streams:
// 24 kHz PCM, as events with usage from models that have them, else bare. One per conversation, on its executor.
class OpenAiVoice final : public VendorVoice {
public:
    struct Options {
        OpenAiEndpoint endpoint;
        QString model;          // "gpt-4o-mini-tts", "tts-1", …
        QString voice;          // when the agent names none
        int timeoutMs = 20000;  // without a byte, and to the first
    };
    static constexpr qsizetype kLongestText = 4096; // characters, the vendor's limit

    OpenAiVoice(HttpClient &client, Options options, Executor &executor);
    ~OpenAiVoice() override { stop(); }

private:
    void ask() override;
    void hangUp() override;
    SpeechUsage usage() const override { return m_usage; }
    bool streamsEvents() const;
    void takePiece(const QByteArray &piece);
    void takeEvent(const QByteArray &data);
    void done(const Result<HttpResponse> &response);

    HttpClient &m_client;
    const Options m_options;
    SseParser m_events;
    QByteArray m_errorBody;
    SpeechUsage m_usage;
    qint64 m_bytes = 0;
    bool m_ended = false; // the stream said so
    std::optional<HttpClient::CallId> m_call;
    int m_status = 0;
};

} // namespace vox
