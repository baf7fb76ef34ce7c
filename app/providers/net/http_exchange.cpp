#include "app/providers/net/http_exchange.h"
#include <QHostInfo>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostRedirects = 3;

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}
} // namespace

HttpExchange::HttpExchange(QNetworkAccessManager &network, const HttpRequest &request, std::shared_ptr<HttpCall> call)
    : m_network(network), m_request(request), m_call(std::move(call))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(Error(Error::Code::TimedOut, {shownAddress(m_request.url), QString::number(m_request.totalTimeoutMs)})); });
    m_deadline.start(request.totalTimeoutMs);
    // Not at once: whoever made this sets `gone` first.
    QMetaObject::invokeMethod(this, [this] { hop(); }, Qt::QueuedConnection);
}

void HttpExchange::hop()
{
    if (m_over) return;
    if (!m_request.egress) return connectTo(std::nullopt);
    if (!m_request.egress->allows(m_request.url)) return fail(Error(Error::Code::AddressForbidden, {shownAddress(m_request.url)}));
    resolve();
}

void HttpExchange::resolve()
{
    const QString host = m_request.url.host(QUrl::EncodeUnicode);
    QHostAddress literal;
    const auto judge = [this](const QList<QHostAddress> &addresses) {
        const auto address = m_request.egress->choose(addresses);
        if (!address) return fail(Error(Error::Code::AddressForbidden, {shownAddress(m_request.url)}));
        connectTo(address);
    };
    if (literal.setAddress(host)) return judge({literal});
    QHostInfo::lookupHost(host, this, [this, judge](const QHostInfo &found) {
        if (m_over) return;
        if (found.addresses().isEmpty()) return fail(Error(Error::Code::Unreachable, {shownAddress(m_request.url)}, found.errorString()));
        judge(found.addresses());
    });
}

// An address that was judged is the one that is used: a second look-up might be answered differently.
void HttpExchange::connectTo(const std::optional<QHostAddress> &address)
{
    QUrl url = m_request.url;
    QNetworkRequest outgoing;
    if (address) {
        const QString host = url.host(QUrl::EncodeUnicode);
        const bool plain = url.port() < 0;
        outgoing.setRawHeader("Host", (plain ? host : u"%1:%2"_s.arg(host).arg(url.port())).toLatin1());
        outgoing.setPeerVerifyName(host);
        outgoing.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // its :authority would be the address
        url.setHost(address->toString());
    }
    outgoing.setUrl(url);
    for (const auto &[name, value] : m_request.headers) outgoing.setRawHeader(name, value);
    outgoing.setTransferTimeout(m_request.idleTimeoutMs);
    outgoing.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    m_reply = m_network.sendCustomRequest(outgoing, m_request.method, m_request.body);
    m_reply->setParent(this);
    m_reply->setReadBufferSize(0);
    connect(m_reply, &QNetworkReply::readyRead, this, [this] { read(); });
    connect(m_reply, &QNetworkReply::finished, this, [this] { finish(); });
}

bool HttpExchange::redirects() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool moved = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    return moved && m_reply->hasRawHeader("Location");
}

void HttpExchange::follow()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl to = m_request.url.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
    const bool lessSafe = m_request.url.scheme() == "https"_L1 && to.scheme() != "https"_L1;
    const bool web = to.scheme() == "http"_L1 || to.scheme() == "https"_L1;
    if (++m_hops > kMostRedirects || lessSafe || !web || to.host().isEmpty())
        return fail(Error(Error::Code::Unreachable, {shownAddress(m_request.url)}, u"redirect"_s));
    if (!sameOrigin(m_request.url, to)) {
        // Keys and whatever else was meant for the first one are nothing for another.
        m_request.headers.removeIf([](const auto &header) { return header.first.compare("Content-Type", Qt::CaseInsensitive) != 0 && header.first.compare("Accept", Qt::CaseInsensitive) != 0; });
    }
    const bool keeps = status == 307 || status == 308 || m_request.method == "GET" || m_request.method == "HEAD";
    if (!keeps) {
        m_request.method = "GET";
        m_request.body.clear();
    }
    m_request.url = to;
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    hop();
}

void HttpExchange::begin()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_began || status == 0) return;
    m_began = true;
    m_response.status = status;
    const auto pairs = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs) m_response.headers.append(qMakePair(name.toLower(), value));
    m_call->deliver(m_call, [status](const HttpClient::Handlers &h) { if (h.began) h.began(status); });
}

void HttpExchange::read()
{
    const QByteArray piece = m_reply->readAll();
    m_received += piece.size();
    if (m_received > m_request.maxBytes)
        return fail(Error(Error::Code::TooLarge, {shownAddress(m_request.url), QString::number(m_request.maxBytes)}));
    if (redirects()) return;
    begin();
    if (!m_request.streaming) m_response.body += piece;
    else if (!piece.isEmpty()) m_call->deliver(m_call, [piece](const HttpClient::Handlers &h) { if (h.piece) h.piece(piece); });
}

void HttpExchange::finish()
{
    if (m_reply->bytesAvailable() > 0) read();
    if (m_over) return;
    const auto error = m_reply->error();
    if (error == QNetworkReply::NoError && redirects()) return follow();
    begin();
    // Any HTTP status is an answer; only what kept an answer from being whole is an error.
    const bool answered = m_response.status > 0 && (error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied);
    if (answered) return end(m_response);
    if (error == QNetworkReply::OperationCanceledError)
        return fail(Error(Error::Code::TimedOut, {shownAddress(m_request.url), QString::number(m_request.idleTimeoutMs)}));
    const auto code = error == QNetworkReply::ConnectionRefusedError ? Error::Code::Refused : Error::Code::Unreachable;
    fail(Error(code, {shownAddress(m_request.url)}, m_reply->errorString()));
}

void HttpExchange::end(const Result<HttpResponse> &result)
{
    if (m_over) return;
    m_over = true;
    m_deadline.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    m_call->deliver(m_call, [result](const HttpClient::Handlers &h) { h.done(result); });
    deleteLater();
    if (gone) gone();
}

} // namespace vox
