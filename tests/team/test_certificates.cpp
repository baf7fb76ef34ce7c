// A server with a certificate of its own, as teams without an authority run it: shown and asked about once, remembered, and
// refused when it changes, at the console and at voxctl. The certificates are made by openssl during the test.
#include "app/console/console.h"
#include "app/workspace/workspace.h"
#include "tests/support/voxctl_program.h"
#include "tests/team/team_steps.h"
#include "ui/kit/style.h"
#include "ui/screens/agents/builder_page.h"
#include "ui/screens/screen.h"
#include "ui/screens/shell/shell_window.h"
#include <QCryptographicHash>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSslCertificate>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

// Key and certificate of 127.0.0.1, signed by itself.
struct OwnCertificate {
    QString key, file;
    QByteArray fingerprint; // hex

    static std::optional<OwnCertificate> make(const QString &folder, const QString &name)
    {
        OwnCertificate out{folder + u'/' + name + u".key"_s, folder + u'/' + name + u".pem"_s, {}};
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"30"_s,
                                     u"-subj"_s, u"/CN="_s + name, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, out.key, u"-out"_s, out.file});
        if (!openssl.waitForFinished(20'000) || openssl.exitCode() != 0) return std::nullopt;
        const auto read = QSslCertificate::fromPath(out.file);
        if (read.isEmpty()) return std::nullopt;
        out.fingerprint = read.first().digest(QCryptographicHash::Sha256).toHex();
        return out;
    }
    QStringList arguments() const { return {u"--tls-cert"_s, file, u"--tls-key"_s, key}; }
    // As the page shows it.
    QString shown() const
    {
        QStringList groups;
        for (qsizetype i = 0; i < fingerprint.size(); i += 4) groups.append(QString::fromLatin1(fingerprint.mid(i, 4)));
        return groups.join(u' ');
    }
};

} // namespace

class TestCertificates : public TeamSteps {
    Q_OBJECT
public:
    using TeamSteps::TeamSteps;

private slots:
    void initTestCase();
    void firstUseShowsTheFingerprintAndAsks();
    void thePinIsKept();
    void voxctlAsksForTheFingerprint();
    void aChangedCertificateIsRefused();
    void theNewOneCanBeTrusted();

private:
    QTemporaryDir m_folder;
    OwnCertificate m_first, m_second;
    std::unique_ptr<VoxctlProgram> m_ctl;
};

void TestCertificates::initTestCase()
{
    const auto first = OwnCertificate::make(m_folder.path(), u"first"_s), second = OwnCertificate::make(m_folder.path(), u"second"_s);
    QVERIFY2(first && second, "openssl could not make a certificate");
    m_first = *first;
    m_second = *second;
    m_server.more = m_first.arguments();
    const QString said = startServer();
    QVERIFY2(said.isEmpty(), qPrintable(said));
    QVERIFY(m_server.address().startsWith("https://"_L1));
    m_anna = atHome();
    QVERIFY(m_anna);
    QVERIFY2(QFile::exists(VoxctlProgram::path()), "voxctl is not built");
    m_ctl = std::make_unique<VoxctlProgram>(m_folder.filePath(u"replicas"_s));
    m_ctl->setEnvironment(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
    m_ctl->setEnvironment(u"LANGUAGE"_s, u"en"_s);
}

void TestCertificates::firstUseShowsTheFingerprintAndAsks()
{
    TeamConsole &anna = *m_anna;
    anna.go(u"settings"_s, u"workspace"_s);
    QVERIFY(!anna.button(u"It is the same: trust it"_s));
    QVERIFY(anna.type(u"Link or address"_s, m_server.ownerLink));
    QTRY_VERIFY2(anna.seen().contains(m_first.shown()), qPrintable(anna.seen()));
    anna.picture(u"certificate"_s);
    // Not trusted: nothing is sent, and joining asks again.
    QVERIFY(anna.press(u"Do not trust it"_s));
    QVERIFY(!anna.seen().contains(m_first.shown()));
    QVERIFY(anna.type(u"Your name"_s, u"Anna"_s));
    QVERIFY(anna.type(u"E-mail"_s, u"anna@example.org"_s));
    QVERIFY(anna.type(u"Password"_s, QString::fromLatin1(TeamConsole::password)));
    QVERIFY(anna.press(u"Join"_s));
    QTRY_VERIFY2(anna.seen().contains(m_first.shown()), qPrintable(anna.seen() + anna.told()));
    QCOMPARE(anna.openings(), 1);
    // Trusted: joining goes on by itself.
    QVERIFY(anna.press(u"It is the same: trust it"_s));
    QTRY_VERIFY2(anna.openings() == 2, qPrintable(anna.seen() + anna.told()));
    QTRY_VERIFY2(anna.standing().startsWith("Synced"_L1), qPrintable(anna.standing()));
}

void TestCertificates::thePinIsKept()
{
    QVERIFY(m_anna->reopen());
    QTRY_VERIFY2(m_anna->standing().startsWith("Synced"_L1), qPrintable(m_anna->standing()));
    m_anna->go(u"settings"_s, u"workspace"_s);
    QVERIFY(!m_anna->button(u"It is the same: trust it"_s));
}

void TestCertificates::voxctlAsksForTheFingerprint()
{
    const QStringList login{u"login"_s, m_server.address(), u"--email"_s, u"anna@example.org"_s};
    const QByteArray password = QByteArray(TeamConsole::password) + '\n';
    auto outcome = m_ctl->run(login, password);
    QVERIFY(outcome.status != 0);
    QVERIFY2(outcome.complaints.contains(QString::fromLatin1(m_first.fingerprint)), qPrintable(outcome.complaints));
    outcome = m_ctl->run(login + QStringList{u"--trust"_s, QString::fromLatin1(m_second.fingerprint)}, password);
    QVERIFY2(outcome.status != 0, "a fingerprint that is not the server's was trusted");
    outcome = m_ctl->run(login + QStringList{u"--trust"_s, QString::fromLatin1(m_first.fingerprint)}, password);
    QVERIFY2(outcome.status == 0, qPrintable(outcome.complaints));
}

void TestCertificates::aChangedCertificateIsRefused()
{
    TeamConsole &anna = *m_anna;
    m_server.kill();
    m_server.more = m_second.arguments();
    const QString said = m_server.start();
    QVERIFY2(said.isEmpty(), qPrintable(said));
    QTRY_COMPARE_WITH_TIMEOUT(anna.standing(), u"Certificate refused"_s, 60'000);
    anna.go(u"settings"_s, u"workspace"_s);
    QTRY_VERIFY2(anna.seen().contains(m_second.shown()), qPrintable(anna.seen()));
    QVERIFY2(anna.seen().contains(u"shows another certificate than the one you trusted"_s), qPrintable(anna.seen()));
    QVERIFY(!anna.field(u"E-mail"_s)); // no password is asked for now
    anna.picture(u"certificate-changed"_s);
    // Nothing goes there meanwhile, and nothing is lost.
    anna.go(u"agents"_s);
    const auto outcome = VoxctlProgram(m_folder.filePath(u"replicas"_s)).run({u"server"_s, u"health"_s, m_server.address()});
    QVERIFY(outcome.status != 0);
    QVERIFY2(outcome.complaints.contains(u"vouches for the certificate"_s), qPrintable(outcome.complaints));
}

void TestCertificates::theNewOneCanBeTrusted()
{
    TeamConsole &anna = *m_anna;
    anna.go(u"settings"_s, u"workspace"_s);
    QVERIFY(anna.press(u"It is the same: trust it"_s));
    QTRY_VERIFY2_WITH_TIMEOUT(anna.standing().startsWith("Synced"_L1), qPrintable(anna.standing() + anna.told()), 20'000);
    QVERIFY(anna.reopen());
    QTRY_VERIFY2(anna.standing().startsWith("Synced"_L1), qPrintable(anna.standing()));
}

int main(int argc, char **argv) { return runTeamSteps<TestCertificates>(argc, argv); }
#include "test_certificates.moc"
