#include "app/providers/openai/chat_model.h"
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
    if (!m_endpoint.key.isEmpty()) http.headers.append(qMakePair(QByteArray("Authorization"), QByteArray("Bearer " + m_endpoint.key)));
    http.body = QJsonDocument(chatRequestJson(request)).toJson(QJsonDocument::Compact);
    http.totalTimeoutMs = request.timeoutMs;
    http.idleTimeoutMs = request.timeoutMs;
    http.streaming = true;
    m_executor.openCall();
    m_call = m_client.send(http, m_executor,
                           {.began = [this](int status) { m_status = status; },
                            .piece = [this](const QByteArray &piece) { takePiece(piece); },
                            .done = [this](const Result<HttpResponse> &response) { finish(response); }});
}

void ChatModel::stop()
{
    if (!m_call) return;
    m_client.cancel(*m_call);
    m_call.reset();
    m_executor.closeCall();
}

void ChatModel::fail(const Error &error)
{
    stop();
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
