#pragma once
#include "tests/support/postgres/private_postgres.h"
#include "models/store/postgres/connection.h"
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace vox {

struct HttpAnswer {
    int status = 0;
    QByteArray body;
    QByteArray next; // header "voxdesk-next"
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString text(const char *name) const { return json().value(QLatin1StringView(name)).toString(); }
};

// voxdeskd as people run it, on a database and in a folder of its own, and a client that waits for each answer.
class ServerProgram {
public:
    bool start(const QByteArray &masterKey)
    {
        auto postgres = test::PrivatePostgres::start();
        if (!postgres) return false;
        m_postgres = std::move(*postgres);
        m_database = *m_postgres->freshDatabase();
        // Everything PostgreSQL can be made to say about its statements and their arguments.
        if (const auto connection = Connection::open(m_database)) {
            const QByteArray name = (*connection)->read("select current_database()::text")->text(0, 0).toUtf8();
            for (const char *setting : {"log_statement = 'all'", "log_min_messages = info", "log_min_error_statement = info",
                                        "log_parameter_max_length = -1", "log_parameter_max_length_on_error = -1", "log_duration = on"})
                if (!(*connection)->runScript("alter database \"" + name + "\" set " + setting)) return false;
            m_postgresLog = (*connection)->read("show data_directory")->text(0, 0) + QStringLiteral("/../log");
        }
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("VOXDESK_MASTER_KEY"), QString::fromLatin1(masterKey));
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(VOX_BINARY_DIR "/bin/voxdeskd"),
                        {QStringLiteral("--data"), m_folder.path(), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                         QStringLiteral("--database"), m_database});
        static const QRegularExpression listening(QStringLiteral("(http://[0-9.:]+)\n")), link(QStringLiteral("#(vxi_[A-Za-z0-9_-]+)"));
        while (!link.match(QString::fromUtf8(m_said)).hasMatch()) {
            if (!m_process.waitForReadyRead(20'000)) return false;
            m_said += m_process.readAll();
        }
        m_address = listening.match(QString::fromUtf8(m_said)).captured(1);
        m_ownerToken = link.match(QString::fromUtf8(m_said)).captured(1);
        return !m_address.isEmpty();
    }
    ~ServerProgram() { stop(); }
    void stop()
    {
        m_process.terminate();
        m_process.waitForFinished(15'000);
        m_said += m_process.readAll();
    }

    HttpAnswer send(const QByteArray &method, const QString &path, const QString &token = {}, const QByteArray &body = {},
                    const QList<QPair<QByteArray, QByteArray>> &headers = {})
    {
        QNetworkRequest request(QUrl(m_address + QStringLiteral("/api/v1/") + path, QUrl::StrictMode));
        request.setTransferTimeout(20'000);
        if (!token.isEmpty()) request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
        if (!body.isEmpty()) request.setRawHeader("Content-Type", "application/json");
        for (const auto &[name, value] : headers) request.setRawHeader(name, value);
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished()) finished.wait(25'000);
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(), reply->rawHeader("voxdesk-next")};
    }
    HttpAnswer send(const QByteArray &method, const QString &path, const QString &token, const QJsonObject &body)
    {
        return send(method, path, token, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    // Everything the server keeps: the whole database as text and bytes, and each file of its folder.
    QByteArray everythingKept() const
    {
        QProcess dump;
        dump.start(QStringLiteral("pg_dump"), {QStringLiteral("--inserts"), m_database});
        dump.waitForFinished(60'000);
        QByteArray out = dump.readAllStandardOutput();
        if (out.size() < 1000) qWarning("pg_dump: %s", dump.readAllStandardError().constData());
        for (QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly)) out += file.readAll();
        }
        QFile log(m_postgresLog);
        if (log.open(QIODevice::ReadOnly)) out += log.readAll();
        return out + m_said;
    }
    // What any account of this machine may learn about the program and its children while it runs, and PostgreSQL of its sessions.
    QByteArray shownWhileRunning() const
    {
        QByteArray out;
        const auto add = [&out](const QString &path) {
            QFile file(path);
            if (file.open(QIODevice::ReadOnly)) out += file.readAll();
        };
        const QString self = QString::number(m_process.processId());
        for (const QString &process : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
            QFile status(QStringLiteral("/proc/%1/status").arg(process));
            const bool child = status.open(QIODevice::ReadOnly) && status.readAll().contains("\nPPid:\t" + self.toLatin1() + '\n');
            if (process != self && !child) continue;
            add(QStringLiteral("/proc/%1/cmdline").arg(process));
            add(QStringLiteral("/proc/%1/environ").arg(process));
        }
        if (const auto connection = Connection::open(m_database))
            if (const auto rows = (*connection)->read("select coalesce(string_agg(a::text, ' '), '') from pg_stat_activity a where datname = current_database()"))
                out += rows->text(0, 0).toUtf8();
        return out;
    }
    struct Outcome {
        int status = -1;
        QByteArray said;
    };
    // voxctl with nothing of this account's own around it.
    static Outcome voxctl(const QString &home, const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home);
        for (const auto *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) environment.insert(QString::fromLatin1(name), home);
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(VOX_BINARY_DIR "/bin/voxctl"), arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
    }
    QString address() const { return m_address; }
    int port() const { return QUrl(m_address).port(); }
    QByteArray limits() const
    {
        QFile file(QStringLiteral("/proc/%1/limits").arg(m_process.processId()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString ownerToken() const { return m_ownerToken; }
    QByteArray said() const { return m_said; }
    QString database() const { return m_database; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<test::PrivatePostgres> m_postgres;
    QProcess m_process;
    QNetworkAccessManager m_network;
    QString m_database, m_address, m_ownerToken, m_postgresLog;
    QByteArray m_said;
};

} // namespace vox
