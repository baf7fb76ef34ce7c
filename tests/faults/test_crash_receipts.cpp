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
}

QTEST_GUILESS_MAIN(TestCrashReceipts)
#include "test_crash_receipts.moc"
