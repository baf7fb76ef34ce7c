#pragma once
#include <QProcess>
#include <QTest>

namespace vox::test {

// The process of the tests' OpenID provider; see tests/openid/provider.
class ProviderProcess {
public:
    bool start()
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral(VOX_SOURCE_DIR "/tests/openid/provider/start"), {QStringLiteral(VOX_BINARY_DIR "/openid-provider")});
        m_issuer = line(180'000);
        return m_issuer.startsWith(QStringLiteral("http://127.0.0.1:"));
    }
    ~ProviderProcess()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    void tell(const QByteArray &command)
    {
        m_process.write(command + '\n');
        QCOMPARE(line(5000), QStringLiteral("done"));
    }
    QString issuer() const { return m_issuer; }
    QByteArray complaint() { return m_process.readAllStandardError(); }

private:
    QString line(int ms)
    {
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(ms)) return {};
        return QString::fromUtf8(m_process.readLine().trimmed());
    }
    QProcess m_process;
    QString m_issuer;
};

} // namespace vox::test
