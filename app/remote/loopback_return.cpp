#include "app/remote/loopback_return.h"
#include <QTcpSocket>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMostRequestHead = 16 * 1024;
}

LoopbackReturn::LoopbackReturn(const QString &page) : m_page(page)
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackReturn::serve);
}

QUrl LoopbackReturn::redirectUri() const
{
    return m_server.isListening() ? QUrl(u"http://127.0.0.1:%1/callback"_s.arg(m_server.serverPort())) : QUrl();
}

void LoopbackReturn::serve()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray head = socket->peek(kMostRequestHead + 1);
            if (!head.contains("\r\n\r\n")) {
                if (head.size() > kMostRequestHead) socket->abort();
                return;
            }
            socket->readAll();
            const QList<QByteArray> line = head.left(head.indexOf("\r\n")).split(' ');
            const QUrl url = QUrl::fromEncoded(line.value(1));
            const bool ours = line.value(0) == "GET" && url.path() == "/callback"_L1 && !m_done;
            const QByteArray body = ours ? u"<!doctype html><meta charset=\"utf-8\"><title>Voxdesk</title><body style=\"font:16px sans-serif;margin:4em\">%1"_s
                                               .arg(m_page.toHtmlEscaped()).toUtf8()
                                         : QByteArray();
            socket->write((ours ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found")
                          + QByteArray("\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\nContent-Length: ") + QByteArray::number(body.size())
                          + "\r\n\r\n" + body);
            if (ours) {
                m_done = true;
                // When the browser has its page, and not from within the socket: who hears of it may delete all of this.
                connect(socket, &QTcpSocket::disconnected, this, [this, query = QUrlQuery(url)] { emit returned(query); }, Qt::QueuedConnection);
            }
            socket->disconnectFromHost();
        });
    }
}

} // namespace vox
