// The values of secrets that callers type, that tools answer and that stand in headers: nothing that leaves voxctl holds them.
#include "tests/support/loopback/loopback_server.h"
#include "tests/support/loopback/otlp_collector.h"
#include "tests/support/voxctl_program.h"
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kEchoed = "canary-echoed-5d\"+/of the shop", kTyped = "canary-typed-8812", kLater = "canary-later-4471";

QByteArray everythingIn(const QString &folder)
{
    QByteArray out;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) out += file.readAll();
    }
    return out;
}

// A shop that says back what it was asked with, as shops do that are being debugged.
void echo(const LoopbackServer::Request &request, LoopbackServer::Connection &connection)
{
    const QByteArray key = QByteArray::fromStdString(request.headers.at("x-key"));
    const QJsonObject body{{u"state"_s, QString::fromUtf8("on its way, " + key)},
                           {u"basic"_s, QString::fromLatin1(key.toBase64())},
                           {u"link"_s, QString::fromLatin1("https://shop.example/?k=" + key.toPercentEncoding())}};
    connection.respond(200, "application/json", QJsonDocument(body).toJson().toStdString());
}

} // namespace

class TestSecretScan : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    VoxctlProgram m_voxctl{m_folder.filePath(u"workspace"_s)};

    VoxctlProgram::Outcome run(const QStringList &arguments, const QByteArray &input = {})
    {
        const auto outcome = m_voxctl.run(arguments, input);
        if (outcome.status != 0) QTest::qFail(qPrintable(arguments.join(u' ') + u": "_s + outcome.complaints), __FILE__, __LINE__);
        return outcome;
    }

    static void scan(const QByteArray &what, const QByteArray &value, const char *where)
    {
        const QByteArray json = QByteArray(value).replace('"', "\\\"");
        for (const QByteArray &form : {value, json, QByteArray(json).replace("\\\"", "\\\\\\\""), value.toPercentEncoding(),
                                       value.toBase64(QByteArray::OmitTrailingEquals), value.toHex()})
            QVERIFY2(!what.contains(form), form + " is in " + where);
    }

private slots:
    void initTestCase()
    {
        const QString home = m_folder.filePath(u"home"_s);
        for (const auto *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) m_voxctl.setEnvironment(QString::fromLatin1(name), home);
        m_voxctl.setEnvironment(u"VOXDESK_TOOLS_MAY_REACH"_s, u"loopback"_s);
        m_voxctl.setEnvironment(u"QT_LOGGING_RULES"_s, u"*=true"_s);
        LoopbackServer shop(echo);
        QFile made(QStringLiteral(VOX_SOURCE_DIR "/tests/faults/tool_user.agent.json")), agent(m_folder.filePath(u"agent.json"_s));
        QVERIFY(made.open(QIODevice::ReadOnly) && agent.open(QIODevice::WriteOnly));
        agent.write(made.readAll()
                        .replace("http://127.0.0.1:1", QByteArray::fromStdString(shop.address()))
                        .replace("\"timeout_ms\": 700", "\"timeout_ms\": 30000, \"headers\": [{\"id\": \"h\", \"name\": \"X-Key\", \"value\": \"secret:shop\"}]"));
        agent.close();
        run({u"agents"_s, u"import"_s, agent.fileName()});
        run({u"secrets"_s, u"set"_s, u"shop"_s}, kEchoed + '\n');
        m_voxctl.setEnvironment(u"VOXDESK_SECRET_BANK"_s, QString::fromUtf8(kTyped)); // the other place secrets come from
        const auto talk = run({u"talk"_s, u"--agent"_s, u"Tool user"_s, u"--text"_s, u"-"_s, u"--events"_s, m_folder.filePath(u"live.ndjson"_s)},
                              "My key is " + kTyped + " or " + kLater + "\n");
        QCOMPARE(shop.requests().size(), 1);
        QCOMPARE(QByteArray::fromStdString(shop.requests()[0].headers.at("x-key")), kEchoed);
        QVERIFY2(talk.out.contains("on its way") && talk.out.contains("[secret shop]"), talk.out);
        scan(talk.out + talk.complaints.toUtf8(), kEchoed, "talk");
        scan(talk.out + talk.complaints.toUtf8(), kTyped, "talk");
    }

    void theEventsOfACall()
    {
        QFile live(m_folder.filePath(u"live.ndjson"_s));
        QVERIFY(live.open(QIODevice::ReadOnly));
        const QByteArray events = live.readAll();
        QVERIFY(events.contains("[secret bank]") && events.contains("tool_returned"));
        scan(events, kEchoed, "--events");
        scan(events, kTyped, "--events");
    }

    // Log, database, index of words: it was left out before it was written down for good.
    void theWorkspace()
    {
        QByteArray kept = everythingIn(m_folder.filePath(u"workspace"_s));
        VoxctlProgram stranger(m_folder.filePath(u"workspace"_s)); // who knows no secret and so leaves nothing out
        for (const auto *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) stranger.setEnvironment(QString::fromLatin1(name), m_folder.filePath(u"stranger"_s));
        const auto list = stranger.run({u"conversations"_s, u"list"_s, u"--json"_s});
        const QString id = QJsonDocument::fromJson(list.out).array().at(0)["conversation"_L1].toString(), folder = m_folder.filePath(u"by a stranger"_s);
        QCOMPARE(stranger.run({u"conversations"_s, u"export"_s, id, folder}).status, 0);
        kept += everythingIn(folder);
        QVERIFY(kept.contains("[secret shop]") && kept.contains(kLater)); // the last is no secret yet
        scan(kept, kEchoed, "the workspace");
        scan(kept, kTyped, "the workspace");
    }

    // A value that became a secret after it was said.
    void everyExport()
    {
        m_voxctl.setEnvironment(u"VOXDESK_SECRET_LATER"_s, QString::fromUtf8(kLater));
        const auto list = run({u"conversations"_s, u"list"_s, u"--json"_s});
        const QString id = QJsonDocument::fromJson(list.out).array().at(0)["conversation"_L1].toString();
        const QString folder = m_folder.filePath(u"exported"_s);
        QByteArray left = list.out;
        left += run({u"conversations"_s, u"export"_s, id, folder}).out;
        left += everythingIn(folder);
        QVERIFY(left.contains("[secret later]") && left.contains("[secret shop]"));
        left += run({u"conversations"_s, u"show"_s, id}).out;
        left += run({u"conversations"_s, u"show"_s, id, u"--json"_s}).out;
        const QString backup = m_folder.filePath(u"backup"_s);
        left += run({u"backup"_s, backup}).out;
        QFile file(backup);
        QVERIFY(file.open(QIODevice::ReadOnly));
        left += file.readAll();
        for (const QByteArray &value : {kEchoed, kTyped, kLater}) scan(left, value, "an export");
    }

    void telemetry_data()
    {
        QTest::addColumn<QStringList>("encoding");
        QTest::newRow("protobuf") << QStringList();
        QTest::newRow("json") << QStringList{u"--otlp-json"_s};
    }
    void telemetry()
    {
        QFETCH(QStringList, encoding);
        OtlpCollector collector;
        m_voxctl.setEnvironment(u"VOXDESK_SECRET_LATER"_s, QString::fromUtf8(kLater));
        const auto said = run(QStringList{u"conversations"_s, u"export"_s, u"--otlp"_s, u"--words"_s, u"--otlp-to"_s, collector.address()} + encoding);
        QByteArray sent = said.out + said.complaints.toUtf8();
        QCOMPARE(collector.requests().size(), 1);
        sent += QByteArray::fromStdString(collector.requests()[0].body);
        QVERIFY(sent.contains("My key is [secret bank] or [secret later]"));
        for (const QByteArray &value : {kEchoed, kTyped, kLater}) scan(sent, value, "telemetry");
    }
};

QTEST_GUILESS_MAIN(TestSecretScan)
#include "test_secret_scan.moc"
