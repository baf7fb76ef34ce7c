#include "app/providers/openai/chat_model.h"
#include "app/providers/net/retry_pause.h"
#include "app/providers/openai/chat_dialect.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

ChatModel::ChatModel(HttpClient &client, ChatEndpoint endpoint, Executor &executor)
    : m_client(client), m_endpoint(std::move(endpoint)), m_executor(executor)
{
}

ChatModel::~ChatModel() { stop(); }

void ChatModel::ask(const ModelRequest &request)
{
    stop();
    m_request = request;
    m_tries = 0;
    m_said = false;
    m_deadlineUs = m_executor.nowUs() + request.timeoutMs * 1000LL;
    m_executor.openCall();
    attempt();
}

void ChatModel::attempt()
{
    m_retry = 0;
    ++m_tries;
    m_events = {};
    m_stream = {};
    m_errorBody.clear();
    m_status = 0;

    HttpRequest http;
    http.method = "POST";
    http.url = m_endpoint.base;
    QString path = m_endpoint.base.path();
    while (path.endsWith(u'/')) path.chop(1);
    http.url.setPath(path + u"/chat/completions"_s);
    http.headers = {{"Content-Type", "application/json"}, {"Accept", "text/event-stream"}};
    http.headers += chatHeaders(m_request.model, m_endpoint.key);
    http.body = QJsonDocument(chatRequestJson(m_request)).toJson(QJsonDocument::Compact);
    const auto left = int(std::max<std::int64_t>(1, (m_deadlineUs - m_executor.nowUs()) / 1000));
    http.totalTimeoutMs = http.idleTimeoutMs = left;
    http.streaming = true;
    m_call = m_client.send(http, m_executor,
                           {.began = [this](int status) { m_status = status; },
                            .piece = [this](const QByteArray &piece) { takePiece(piece); },
                            .done = [this](const Result<HttpResponse> &response) { finish(response); }});
}

void ChatModel::close()
{
    if (m_call) m_client.cancel(*std::exchange(m_call, std::nullopt));
}

void ChatModel::stop()
{
    if (!m_call && !m_retry) return;
    if (m_retry) m_executor.cancel(std::exchange(m_retry, 0));
    close();
    m_executor.closeCall();
}

// An answer that has begun cannot begin anew, and nobody waits longer for the second try than for the first.
void ChatModel::fail(const Error &error)
{
    close();
    const auto pause = m_said ? std::nullopt : pauseBeforeRetryMs(error, m_tries);
    if (pause && m_executor.nowUs() + *pause * 1000 < m_deadlineUs) {
        m_retry = m_executor.callAt(m_executor.nowUs() + *pause * 1000, [this] { attempt(); });
        return;
    }
    m_executor.closeCall();
    if (m_listener) m_listener->modelFailed(error);
}

void ChatModel::takePiece(const QByteArray &piece)
{
    if (m_status < 200 || m_status >= 300) {
        if (m_errorBody.size() < 4096) m_errorBody += piece;
        return;
    }
    const QString address = shownAddress(m_endpoint.base);
    for (const QByteArray &data : m_events.feed(piece)) {
        const auto text = m_stream.feed(data, address);
        if (!text) return fail(text.error());
        if (!text->isEmpty()) m_said = true;
        if (!text->isEmpty() && m_listener) m_listener->modelText(*text);
        if (!m_call) return; // the listener stopped us
    }
    if (m_events.overflowed()) fail(Error(Error::Code::TooLarge, {address, u"1 MB"_s}));
}

void ChatModel::finish(const Result<HttpResponse> &response)
{
    const QString address = shownAddress(m_endpoint.base);
    if (!response) return fail(response.error());
    HttpResponse whole = *response;
    whole.body = m_errorBody;
    if (const auto error = errorOfStatus(whole, m_endpoint.base)) return fail(*error);
    if (!m_stream.finished()) return fail(Error(Error::Code::BadAnswer, {address, u"cut off"_s}));
    const auto calls = m_stream.toolCalls(address);
    if (!calls) return fail(calls.error());
    m_call.reset();
    m_executor.closeCall();
    if (m_listener) m_listener->modelFinished(*calls, m_stream.usage());
}

} // namespace vox
