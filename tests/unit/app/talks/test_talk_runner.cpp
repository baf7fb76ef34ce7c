#include "app/talks/talk_rebaseline.h"
#include "app/talks/talk_runner.h"
#include "models/conversation/log.h"
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kTalk = R"(# The caller interrupts.
agent "Order desk"   language en   seed 8
0.01   agent   speaks "Hello"   # the greeting
3.13   agent   speaks "What can I do"
+0.40  caller  "when are you open"
+0.25  agent   speaks "We are open"
8.50   caller  "where is my order"
8.57   agent   holds
8.57   agent   stops after "weekdays"
9.77   agent   speaks "Sure."
history agent "We are open from eight to eight on weekdays"
latency under 500ms
)";

Talk read(const QByteArray &text)
{
    auto talk = parseTalk(text, u"t.talk"_s);
    if (!talk) qFatal("%s", qPrintable(talk.error().args.join(u' ')));
    return *talk;
}

} // namespace

// Runs talks through the real host, once for each question.
class TestTalkRunner : public QObject {
    Q_OBJECT
    TalkAgents m_agents;

    TalkRun run(const QByteArray &text)
    {
        const auto ran = runTalk(read(text), {}, m_agents);
        if (!ran) qFatal("%s", qPrintable(ran.error().codeName()));
        return *ran;
    }
    QList<TalkFault> faults(const QByteArray &text) { return checkTalk(read(text), run(text)); }

private slots:
    void equalTalksGiveEqualBytes()
    {
        const QByteArray first = toNdjson(run(kTalk).events);
        QVERIFY(first.size() > 2000);
        for (int i = 0; i < 3; ++i) QCOMPARE(toNdjson(run(kTalk).events), first);
        QVERIFY(toNdjson(run(QByteArray(kTalk).replace("seed 8", "seed 9")).events) != first);
    }

    void whatHappensAsStatedPasses() { QCOMPARE(faults(kTalk).size(), 0); }

    void whatDiffersIsLocated_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("is");
        QTest::addColumn<int>("line");
        QTest::newRow("late") << QByteArray("9.77 ") << QByteArray("9.50 ") << 10;
        QTest::newRow("late after the caller") << QByteArray("+0.25") << QByteArray("+0.14") << 6;
        QTest::newRow("other words") << QByteArray("\"Sure.\"") << QByteArray("\"No.\"") << 10;
        QTest::newRow("more was heard") << QByteArray("after \"weekdays\"") << QByteArray("after \"from\"") << 9;
        QTest::newRow("unstated answer") << QByteArray("9.77   agent   speaks \"Sure.\"") << QByteArray() << 0;
        QTest::newRow("unstated stop") << QByteArray("8.57   agent   stops after \"weekdays\"") << QByteArray() << 10;
        QTest::newRow("answer that never comes") << QByteArray("latency") << QByteArray("20.0 agent speaks \"x\"\nlatency") << 12;
        QTest::newRow("history") << QByteArray("eight on weekdays") << QByteArray("eight on weekdays and") << 11;
        QTest::newRow("latency") << QByteArray("under 500ms") << QByteArray("under 200ms") << 12;
        QTest::newRow("tool nobody calls") << QByteArray("latency") << QByteArray("tool x fails\nlatency") << 12;
        QTest::newRow("outcome") << QByteArray("latency") << QByteArray("outcome failed\nlatency") << 12;
        QTest::newRow("variable") << QByteArray("latency") << QByteArray("variable x is 1\nlatency") << 12;
        QTest::newRow("node") << QByteArray("latency") << QByteArray("node \"Nowhere\"\nlatency") << 12;
        QTest::newRow("utterance") << QByteArray("latency") << QByteArray("utterance \"when\"\nlatency") << 12;
    }
    void whatDiffersIsLocated()
    {
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, is);
        QFETCH(int, line);
        QByteArray text = kTalk;
        QVERIFY(text.contains(was));
        const auto found = faults(text.replace(was, is));
        QVERIFY(!found.isEmpty());
        QCOMPARE(found.first().line, line);
    }

    void rebaselineKeepsWhatIsRight()
    {
        QCOMPARE(rebaselined(kTalk, read(kTalk), run(kTalk)), kTalk);
    }

    // Lines that are wrong, missing and too many become right; the comments stay.
    void rebaselineMakesItPass()
    {
        QByteArray text = kTalk;
        text.replace("0.01   agent   speaks \"Hello\"", "0.50   agent   speaks \"Hullo\"").replace("3.13   agent   speaks \"What can I do\"\n", "");
        text.replace("9.77   agent   speaks \"Sure.\"\n", "9.90   agent   stops\n9.91   agent   stops\n");
        QVERIFY(!faults(text).isEmpty());
        const QByteArray anew = rebaselined(text, read(text), run(text));
        QCOMPARE(faults(anew).size(), 0);
        QVERIFY(anew.contains("# the greeting") && anew.startsWith("# The caller interrupts."));
        QVERIFY(anew.contains("history agent"));
    }

    void missingAgentsAreTold()
    {
        QCOMPARE(runTalk(read("agent \"Nobody\"\n0.0 caller \"x\"\n"), {}, m_agents).error().code, Error::Code::NotFound);
        QCOMPARE(runTalk(read("agent \"no.json\"\n0.0 caller \"x\"\n"), {}, m_agents).error().code, Error::Code::FileNotFound);
        QCOMPARE(runTalk(read("agent \"Order desk\" language xx\n0.0 caller \"x\"\n"), {}, m_agents).error().code, Error::Code::LanguageUnsupported);
        QCOMPARE(runTalk(read("agent \"Order desk\"\n0.0 caller from \"no.wav\" \"x\"\n"), {}, m_agents).error().code, Error::Code::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(TestTalkRunner)
#include "test_talk_runner.moc"
