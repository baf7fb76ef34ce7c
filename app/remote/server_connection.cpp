#include "app/remote/server_connection.h"
#include "app/remote/back_off.h"
#include "app/remote/gzip_body.h"
#include "app/remote/server_error.h"
#include "app/remote/trust.h"
#include "app/remote/web_socket.h"
#include "models/sync/wire.h"
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QRandomGenerator>
#include <QTimer>
#include <QUuid>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAttempts = 3;
constexpr int firstWaitMs = 200, mostWaitMs = 2'000;
constexpr int firstReopenMs = 500, mostReopenMs = 30'000;
constexpr int pollMs = 2'000;
constexpr int longestRetryAfter = 5; // seconds; longer ones are told instead of waited for
constexpr qsizetype packedFrom = 4 << 10;

} // namespace

QString shownAddress(const ServerAddress &address)
{
    const QUrl &url = address.url;
    return url.port() > 0 ? url.host() + u':' + QString::number(url.port()) : url.host();
}

struct ServerConnection::Call {
    ServerRequest request;
    QPromise<Result<ServerAnswer>> promise;
    QByteArray body;
    bool packed = false;
    int attempts = 0;
    bool tooLarge = false;
};

struct ServerConnection::Private {
    Private(const ServerAddress &address, quint32 seed)
        : address(address), tls(tlsFor(address)), waits(firstWaitMs, mostWaitMs, seed), reopen(firstReopenMs, mostReopenMs, seed + 1)
    {
    }
    ServerAddress address;
    QSslConfiguration tls;
    QString token;
    Link link = Link::Idle;
    QByteArray seen;
    QNetworkAccessManager network;
    BackOff waits;
    BackOff reopen;
    std::unique_ptr<WebSocket> events;
    QTimer again;        // opens the events again, or looks instead of them
    bool following = false;
    bool polling = false;
};

ServerConnection::ServerConnection(const ServerAddress &address, quint32 seed)
    : d(new Private(address, seed != 0 ? seed : QRandomGenerator::system()->generate()))
{
    d->network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    d->network.setAutoDeleteReplies(true);
    d->again.setSingleShot(true);
    connect(&d->again, &QTimer::timeout, this, [this] {
        if (!d->polling) return openEvents();
        emit followed();
        d->again.start(pollMs);
    });
}

// Who waits is told: an open request is aborted, which answers it.
ServerConnection::~ServerConnection()
{
    d->events.reset();
    const auto replies = d->network.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies) reply->disconnect(this);
}

ServerAddress ServerConnection::address() const { return d->address; }
TeamServer::Link ServerConnection::link() const { return d->link; }
QByteArray ServerConnection::seenFingerprint() const { return d->seen; }

void ServerConnection::setToken(const QString &token)
{
    if (std::exchange(d->token, token) == token || !d->following) return;
    d->reopen.reset();
    openEvents();
}

void ServerConnection::setLink(Link link)
{
    if (std::exchange(d->link, link) != link) emit linkChanged();
}

QFuture<Result<ServerAnswer>> ServerConnection::request(const ServerRequest &request)
{
    auto call = std::make_shared<Call>();
    call->request = request;
    call->body = request.bytes;
    if (!request.body.isUndefined()) {
        call->body = request.body.isArray() ? QJsonDocument(request.body.toArray()).toJson(QJsonDocument::Compact)
                                            : QJsonDocument(request.body.toObject()).toJson(QJsonDocument::Compact);
        call->request.headers.insert("content-type", "application/json");
    }
    if (call->body.size() >= packedFrom && call->request.headers.value("content-type") == "application/json") {
        call->body = gzipBody(call->body);
        call->packed = true;
    }
    // The same request sent twice is done once.
    if (request.method == "POST" && request.retry && !request.headers.contains("idempotency-key"))
        call->request.headers.insert("idempotency-key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    call->promise.start();
    send(call);
    return call->promise.future();
}

void ServerConnection::send(const std::shared_ptr<Call> &call)
{
    ++call->attempts;
    QUrl url = d->address.url;
    url.setPath(u"/api/v1/"_s + call->request.path);
    if (!call->request.query.isEmpty()) url.setQuery(call->request.query);
    QNetworkRequest outgoing(url);
    outgoing.setSslConfiguration(d->tls);
    outgoing.setTransferTimeout(call->request.timeoutMs);
    outgoing.setDecompressedSafetyCheckThreshold(call->request.mostBytes);
    outgoing.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!d->token.isEmpty()) outgoing.setRawHeader("authorization", "Bearer " + d->token.toLatin1());
    if (!call->body.isEmpty() && !call->request.headers.contains("content-type"))
        outgoing.setRawHeader("content-type", "application/octet-stream");
    if (call->packed) outgoing.setRawHeader("content-encoding", "gzip");
    for (auto it = call->request.headers.cbegin(); it != call->request.headers.cend(); ++it) outgoing.setRawHeader(it.key(), it.value());
    QNetworkReply *reply = d->network.sendCustomRequest(outgoing, call->request.method, call->body);
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply](const QList<QSslError> &errors) {
        d->seen = fingerprintOf(reply->sslConfiguration().peerCertificate());
        // These errors of this certificate, no more: what is ignored holds for all later connections to the host.
        if (isKnown(d->address, reply->sslConfiguration().peerCertificate(), errors)) reply->ignoreSslErrors(errors);
    });
    connect(reply, &QNetworkReply::encrypted, this,
            [this, reply] { d->seen = fingerprintOf(reply->sslConfiguration().peerCertificate()); });
    connect(reply, &QNetworkReply::downloadProgress, this, [call, reply](qint64 received) {
        call->tooLarge = received > call->request.mostBytes;
        if (call->tooLarge) reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, call, reply] { answered(call, reply); });
}

void ServerConnection::answered(const std::shared_ptr<Call> &call, QNetworkReply *reply)
{
    const QString shown = shownAddress(d->address);
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = reply->error();
    if (error == QNetworkReply::SslHandshakeFailedError) {
        setLink(Link::Untrusted);
        // A person may compare it: that decides nothing by itself.
        return failed(call, certificateRefused(shown, !d->address.fingerprint.isEmpty(), d->seen));
    }
    const bool whole = error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied;
    if (call->tooLarge || reply->bytesAvailable() > call->request.mostBytes)
        return failed(call, Error(Error::Code::TooLarge, {shown, QString::number(call->request.mostBytes)}));
    if (status == 0 || !whole) {
        setLink(Link::Offline);
        if (error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError)
            return failed(call, Error(Error::Code::TimedOut, {shown, QString::number(call->request.timeoutMs)}));
        return failed(call, Error(Error::Code::Unreachable, {shown}, reply->errorString()));
    }
    const QByteArray bytes = reply->readAll();
    const bool signing = call->request.path.startsWith("sign-in"_L1) || call->request.path.startsWith("invitations/accept"_L1);
    setLink(status == 401 && !signing ? Link::Refused : Link::Online);
    if (status >= 300)
        return failed(call, errorOfAnswer(status, reply->rawHeader("content-type"), bytes, reply->rawHeader("retry-after"), shown));
    ServerAnswer answer;
    answer.status = status;
    answer.bytes = bytes;
    answer.etag = QString::fromLatin1(reply->rawHeader("etag")).remove(u"W/"_s).remove(u'"');
    answer.json = QJsonValue::Undefined;
    if (call->request.wantsJson && !bytes.isEmpty() && reply->rawHeader("content-type").contains("json")) {
        const QJsonDocument json = QJsonDocument::fromJson(bytes);
        if (json.isNull()) return failed(call, Error(Error::Code::BadAnswer, {shown, u"JSON"_s}));
        answer.json = json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
    }
    d->waits.reset();
    call->promise.addResult(Result<ServerAnswer>(answer));
    call->promise.finish();
}

void ServerConnection::failed(const std::shared_ptr<Call> &call, const Error &error)
{
    const bool soon = error.code != Error::Code::RateLimited || error.args.value(1).toInt() <= longestRetryAfter;
    if (call->request.retry && isPassing(error) && soon && call->attempts < mostAttempts) {
        const int told = error.code == Error::Code::RateLimited ? error.args.value(1).toInt() * 1000 : 0;
        QTimer::singleShot(std::max(told, d->waits.next()), this, [this, call] { send(call); });
        return;
    }
    call->promise.addResult(Result<ServerAnswer>(error));
    call->promise.finish();
}

void ServerConnection::follow()
{
    if (std::exchange(d->following, true)) return;
    openEvents();
}

void ServerConnection::unfollow()
{
    d->following = d->polling = false;
    d->again.stop();
    d->events.reset();
}

void ServerConnection::openEvents()
{
    if (!d->following) return;
    d->polling = false;
    d->again.stop();
    d->events = std::make_unique<WebSocket>(d->address, u"/api/v1/events"_s, d->token.toLatin1());
    connect(d->events.get(), &WebSocket::opened, this, [this] {
        d->reopen.reset();
        setLink(Link::Online);
        emit followed();
    });
    connect(d->events.get(), &WebSocket::text, this, [this](const QByteArray &message) {
        const auto entry = wire::readEntry(QJsonDocument::fromJson(message).object());
        if (entry) emit happened(*entry);
    });
    connect(d->events.get(), &WebSocket::closed, this, [this](int status) { eventsClosed(status); });
}

void ServerConnection::eventsClosed(int status)
{
    d->events.release()->deleteLater(); // we are in its signal
    if (!d->following) return;
    if (status == 401) return setLink(Link::Refused); // until there is another token
    // An answer that is no upgrade comes from something between us and the server.
    d->polling = status >= 200 && status < 500 && status != 429;
    if (status == 0) setLink(Link::Offline);
    d->again.start(d->polling ? pollMs : d->reopen.next());
}

} // namespace vox
