#pragma once
#include "models/base/ids.h"
#include "tests/support/postgres/private_postgres.h"
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace vox::test {

// The built voxdeskd on a database of its own, on the loopback address. It may be killed and started again on the same port.
class VoxdeskdProgram {
public:
    // What is added to the command line: another certificate at the next start.
    QStringList more;

    // Empty: it runs. Else what it said.
    QString start()
    {
        if (!m_postgres) {
            auto postgres = PrivatePostgres::start();
            if (!postgres) return postgres.error().codeName() + u' ' + postgres.error().detail;
            m_postgres = std::move(*postgres);
            const auto url = m_postgres->freshDatabase();
            if (!url) return url.error().codeName();
            m_url = *url;
        }
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(VOX_BINARY_DIR "/bin/voxdeskd"),
                        QStringList{QStringLiteral("--data"), m_data.path(), QStringLiteral("--database"), m_url, QStringLiteral("--rate"), QStringLiteral("0"),
                         QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port)} + more);
        static const QRegularExpression listening(QStringLiteral("(https?)://127\\.0\\.0\\.1:(\\d+)"));
        static const QRegularExpression link(QStringLiteral("\\S+#vxi_\\S+|\\S*vxi_\\S+"));
        QString said;
        QElapsedTimer waited;
        for (waited.start(); waited.elapsed() < 20'000;) {
            if (!m_process.waitForReadyRead(200) && m_process.state() == QProcess::NotRunning) break;
            said += QString::fromUtf8(m_process.readAll());
            const auto found = listening.match(said);
            if (!found.hasMatch()) continue;
            m_scheme = found.captured(1);
            m_port = found.captured(2).toInt();
            if (ownerLink.isEmpty() && !link.match(said).hasMatch()) continue;
            if (ownerLink.isEmpty()) ownerLink = link.match(said).captured(0);
            return {};
        }
        return said.isEmpty() ? m_process.errorString() : said;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(5'000);
    }
    ~VoxdeskdProgram()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5'000)) kill();
    }

    QString address() const { return QStringLiteral("%1://127.0.0.1:%2").arg(m_scheme).arg(m_port); }
    QString ownerLink;
    // Of its database.
    const QString &url() const { return m_url; }

private:
    std::unique_ptr<PrivatePostgres> m_postgres;
    QString m_url;
    QTemporaryDir m_data;
    QString m_scheme;
    int m_port = 0;
    QProcess m_process;
};

} // namespace vox::test
