// The program is killed between sending what changes something and its answer: the log knows of it, nobody sends it again.
#include "app/host/dialogue_record.h"
#include "models/conversation/log.h"
#include "tests/support/loopback/loopback_server.h"
#include "tests/support/voxctl_program.h"
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>
#include <future>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

class TestCrashReceipts : public QObject {
    Q_OBJECT
private slots:
    void killedWhileATool();
    void killedTwice();
};

namespace {

QByteArray agentAt(const std::string &address)
{
    QFile file(QStringLiteral(VOX_SOURCE_DIR "/tests/faults/tool_user.agent.json"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return file.readAll()
        .replace("http://127.0.0.1:1", QByteArray::fromStdString(address))
        .replace("\"method\": \"GET\",", "\"method\": \"POST\", \"changes_outside\": true,")
        .replace("\"timeout_ms\": 700", "\"timeout_ms\": 60000");
}

QString logIn(const QString &workspace)
{
    QDirIterator files(workspace + u"/conversations"_s, {u"events.log"_s}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

} // namespace

void TestCrashReceipts::killedWhileATool()
{
    QTemporaryDir folder;
    std::promise<void> asked;
    std::atomic_int count = 0;
    LoopbackServer server([&](const LoopbackServer::Request &, LoopbackServer::Connection &peer) {
        if (count++ == 0) asked.set_value();
        peer.waitForPeer();
    });
    QFile agent(folder.filePath(u"agent.json"_s));
    QVERIFY(agent.open(QIODevice::WriteOnly));
    agent.write(agentAt(server.address()));
    agent.close();
    const QString workspace = folder.filePath(u"ws"_s);
    VoxctlProgram program(workspace);
    program.setEnvironment(u"VOXDESK_TOOLS_MAY_REACH"_s, u"loopback"_s);
    const auto imported = program.run({u"agents"_s, u"import"_s, agent.fileName()});
    QVERIFY2(imported.status == 0, qPrintable(imported.complaints));

    program.start({u"talk"_s, u"--agent"_s, u"Tool user"_s, u"--text"_s, u"-"_s});
    QVERIFY(program.process().waitForStarted());
    program.process().write("where is it\n");
    QVERIFY(program.process().waitForBytesWritten());
    program.process().closeWriteChannel();
    QCOMPARE(asked.get_future().wait_for(std::chrono::seconds(60)), std::future_status::ready);
    program.kill(); // the moment the server has it

    QFile log(logIn(workspace));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const ConversationLog read = readLog(log.readAll());
    const auto record = dialogueRecord(read.events);
    QVERIFY(record);
    QCOMPARE(record->receipts.size(), 1);
    QCOMPARE(record->state.pendingReceipt, *record->receipts.begin());
    QCOMPARE(record->pending.size(), 1);
    QVERIFY(std::holds_alternative<ToolFailed>(record->pending.first().what));

    // The next start files the conversation away as cut off, and asks nobody anything.
    const auto list = program.run({u"conversations"_s, u"list"_s, u"--json"_s});
    const QJsonArray conversations = QJsonDocument::fromJson(list.out).array();
    QCOMPARE(conversations.size(), 1);
    QCOMPARE(count.load(), 1);

    // Whoever goes on hears what became of it, and nothing is sent again; the log says where it came from.
    const QString id = conversations.first()["conversation"_L1].toString();
    const auto again = program.run({u"talk"_s, u"--continue"_s, id, u"--text"_s, u"-"_s, u"--speed"_s, u"max"_s, u"--events"_s, folder.filePath(u"events"_s)});
    QVERIFY2(again.status == 0, qPrintable(again.complaints));
    QVERIFY2(again.out.contains("I cannot look it up right now"), again.out.constData());
    QVERIFY(!again.out.contains("How can I help?"));
    QCOMPARE(count.load(), 1);
    QFile events(folder.filePath(u"events"_s));
    QVERIFY(events.open(QIODevice::ReadOnly));
    QVERIFY(events.readAll().contains(id.toLatin1()));

    // Once: a second one would not know what the first one did.
    const auto twice = program.run({u"talk"_s, u"--continue"_s, id, u"--text"_s, u"-"_s});
    QVERIFY(twice.status != 0);
    QVERIFY2(twice.complaints.contains("was continued already"_L1), qPrintable(twice.complaints));
    const QJsonArray all = QJsonDocument::fromJson(program.run({u"conversations"_s, u"list"_s, u"--json"_s}).out).array();
    QCOMPARE(all.size(), 2);
    const QString later = all[0]["conversation"_L1].toString() == id ? all[1]["conversation"_L1].toString() : all[0]["conversation"_L1].toString();
    const auto whole = program.run({u"talk"_s, u"--continue"_s, later, u"--text"_s, u"-"_s});
    QVERIFY2(whole.complaints.contains("nothing to go on with"_L1), qPrintable(whole.complaints));
}

// Cut off, continued, cut off again: the third one knows what the first two did.
void TestCrashReceipts::killedTwice()
{
    QTemporaryDir folder;
    std::atomic_int count = 0;
    std::promise<void> asked[2];
    LoopbackServer server([&](const LoopbackServer::Request &, LoopbackServer::Connection &peer) {
        if (const int number = count++; number < 2) asked[number].set_value();
        peer.waitForPeer();
    });
    QFile agent(folder.filePath(u"agent.json"_s));
    QVERIFY(agent.open(QIODevice::WriteOnly));
    QByteArray json = agentAt(server.address());
    const qsizetype edge = json.indexOf("sorry.next");
    json.replace(json.indexOf("\"bye\"", edge), 5, "\"ask\""); // it asks again instead of leaving
    agent.write(json);
    agent.close();
    VoxctlProgram program(folder.filePath(u"ws"_s));
    program.setEnvironment(u"VOXDESK_TOOLS_MAY_REACH"_s, u"loopback"_s);
    QCOMPARE(program.run({u"agents"_s, u"import"_s, agent.fileName()}).status, 0);
    const auto killedAsking = [&](const QStringList &who, std::promise<void> &until) {
        program.start(QStringList{u"talk"_s} + who + QStringList{u"--text"_s, u"-"_s});
        if (!program.process().waitForStarted()) return QString();
        program.process().write("where is it\n");
        if (!program.process().waitForBytesWritten()) return QString();
        program.process().closeWriteChannel();
        until.get_future().wait_for(std::chrono::seconds(60));
        program.kill();
        const QJsonArray all = QJsonDocument::fromJson(program.run({u"conversations"_s, u"list"_s, u"--json"_s}).out).array();
        return all.first()["conversation"_L1].toString(); // the newest
    };
    const QString first = killedAsking({u"--agent"_s, u"Tool user"_s}, asked[0]);
    const QString second = killedAsking({u"--continue"_s, first}, asked[1]);
    QVERIFY(!second.isEmpty() && second != first);
    QCOMPARE(count.load(), 2);
    const auto third = program.run({u"talk"_s, u"--continue"_s, second, u"--text"_s, u"-"_s, u"--speed"_s, u"max"_s});
    QVERIFY2(third.out.contains("I cannot look it up right now"), (third.out + third.complaints.toUtf8()).constData());
    QCOMPARE(count.load(), 2);
}

QTEST_GUILESS_MAIN(TestCrashReceipts)
#include "test_crash_receipts.moc"
