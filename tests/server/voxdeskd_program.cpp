#include "tests/server/voxdeskd_program.h"
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>
#include <signal.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vox::test {

using namespace Qt::StringLiterals;

VoxdeskdProgram::~VoxdeskdProgram()
{
    if (m_process) stop();
}

bool VoxdeskdProgram::start(const QStringList &more)
{
    m_client.reset();
    m_process = std::make_unique<QProcess>();
    QElapsedTimer since;
    since.start();
    m_process->start(QStringLiteral(VOX_BINARY_DIR "/bin/voxdeskd"),
                     QStringList{u"--data"_s, m_data, u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--rate"_s, u"0"_s,
                                 u"--log"_s, m_data + u"/log-%1"_s.arg(m_port)} + more);
    m_out.clear();
    while (!m_out.contains("Listening"_L1) && m_process->waitForReadyRead(60000)) m_out += QString::fromUtf8(m_process->readAllStandardOutput());
    m_startedInMs = since.elapsed();
    if (!m_out.contains("Listening"_L1)) {
        m_process->waitForFinished(10000);
        m_complaints = QString::fromUtf8(m_process->readAllStandardError());
        return false;
    }
    // The link follows in the same breath, if there is one.
    while (!m_out.contains("join#"_L1) && m_process->waitForReadyRead(300)) m_out += QString::fromUtf8(m_process->readAllStandardOutput());
    return true;
}

void VoxdeskdProgram::kill()
{
    m_process->kill();
    m_process->waitForFinished(10000);
    m_client.reset();
}

void VoxdeskdProgram::hangUp() { ::kill(pid_t(m_process->processId()), SIGHUP); }

int VoxdeskdProgram::stop()
{
    m_client.reset();
    if (m_process->state() == QProcess::NotRunning) return m_process->exitCode();
    ::kill(pid_t(m_process->processId()), SIGTERM);
    if (!m_process->waitForFinished(30000)) {
        kill();
        return -1;
    }
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

QByteArray VoxdeskdProgram::becomeOwner()
{
    static const QRegularExpression link(u"join#(vxi_[A-Za-z0-9_-]+)"_s);
    const auto answer = ask("POST", "invitations/accept", {},
                            {{u"token"_s, link.match(m_out).captured(1)}, {u"name"_s, u"Ann"_s}, {u"email"_s, u"ann@example.org"_s},
                             {u"password"_s, u"a long test passphrase"_s}});
    return answer.json.value("token"_L1).toString().toLatin1();
}

VoxdeskdProgram::Answer VoxdeskdProgram::ask(const QByteArray &verb, const QByteArray &path, const QByteArray &token, const QJsonObject &body, const QByteArray &headers)
{
    QByteArray all = headers;
    if (!token.isEmpty()) all += "Authorization: Bearer " + token + "\r\n";
    const std::string bytes = body.isEmpty() ? std::string() : QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString();
    if (!m_client) m_client = std::make_unique<RawClient>(m_port);
    const auto answer = m_client->ask(verb.toStdString(), "/api/v1/" + path.toStdString(), all.toStdString(), bytes);
    if (!answer || answer->header("connection") == "close") m_client.reset();
    if (!answer) return {};
    return {answer->status, QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object(), QString::fromStdString(answer->header("etag"))};
}

int VoxdeskdProgram::freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    int port = 0;
    if (::bind(socket, reinterpret_cast<sockaddr *>(&address), size) == 0 && ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        port = ntohs(address.sin_port);
    ::close(socket);
    return port;
}

EventsClient::EventsClient(int port, const QByteArray &token, const std::optional<QByteArray> &after) : m_client(port)
{
    const QByteArray query = after ? "?after=" + QUrl::toPercentEncoding(QString::fromLatin1(*after)) : QByteArray();
    const QByteArray request = "GET /api/v1/events" + query + " HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer " + token
        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    m_client.send(request.toStdString());
    const auto answer = m_client.read();
    m_open = answer && answer->status == 101;
}

QJsonObject EventsClient::next()
{
    const auto message = m_client.readMessage();
    return message ? QJsonDocument::fromJson(QByteArray::fromStdString(*message)).object() : QJsonObject();
}

} // namespace vox::test
