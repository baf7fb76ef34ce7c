#pragma once
#include "app/ports/language_model.h"
#include "app/providers/net/http_client.h"
#include "app/providers/openai/chat_stream.h"
#include "app/providers/openai/sse_parser.h"

namespace vox {

// Where an OpenAI-compatible server answers, and the key to it.
struct ChatEndpoint {
    QUrl base;        // "https://api.example.com/v1"; "/chat/completions" is added
    QByteArray key;   // empty: no Authorization header (a server in the LAN)
};

// Streams answers from an OpenAI-compatible server (POST /chat/completions, "stream": true), YandexGPT among them. What is
// likely to pass is asked again before the first word came. One per conversation, on its executor.
class ChatModel final : public LanguageModel {
public:
    ChatModel(HttpClient &client, ChatEndpoint endpoint, Executor &executor);
    ~ChatModel() override;

    void setListener(Listener *listener) override { m_listener = listener; }
    void ask(const ModelRequest &request) override;
    void stop() override;

private:
    void attempt();
    void close();
    void takePiece(const QByteArray &piece);
    void finish(const Result<HttpResponse> &response);
    void fail(const Error &error);

    HttpClient &m_client;
    const ChatEndpoint m_endpoint;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    ModelRequest m_request;
    std::optional<HttpClient::CallId> m_call;
    Executor::TimerId m_retry = 0;
    std::int64_t m_deadlineUs = 0;
    int m_tries = 0;
    bool m_said = false;  // a word of this answer was handed over
    SseParser m_events;
    ChatStream m_stream;
    QByteArray m_errorBody; // of an answer that is no stream
    int m_status = 0;
};

} // namespace vox
