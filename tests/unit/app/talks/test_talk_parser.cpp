#include "app/talks/talk.h"
#include <QRandomGenerator>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {
const QByteArray kTalk =
    "# A comment\n"
    "agent \"Order desk\"   language en   seed 7   tolerance 80ms   stays 2s   with endpointing_ms 500\n"
    "0.0    caller  \"where is\" pauses 300ms \"my order\"   # and a note\n"
    "+0.35  agent   speaks \"Your \\\"order\\\"\"\n"
    "2.00   caller  coughs 250ms\n"
    "2.1    agent   holds\n"
    "-      agent   resumes\n"
    "3.00   agent   stops after \"the warehouse\"\n"
    "3.50   presses 12#\n"
    "4.00   types \"hello\"\n"
    "5.00   noise 2s at -40dB\n"
    "tool find answers 404 {\"a\": [1, \"}\"]} after 300ms\n"
    "tool save times out\n"
    "model answers \"Yes. No.\" after 1s\n"
    "variable x is \"a b\"\n"
    "outcome completed\n"
    "latency under 500ms\n"
    "history agent \"Your\"\n"
    "hands over to \"orders\"\n"
    "9.00   caller  leaves\n";
}

class TestTalkParser : public QObject {
    Q_OBJECT
private slots:
    void readsEverything()
    {
        const auto talk = parseTalk(kTalk, u"a.talk"_s);
        QVERIFY(talk);
        QCOMPARE(talk->agent, u"Order desk"_s);
        QCOMPARE(talk->seed, 7u);
        QCOMPARE(talk->toleranceUs, 80000);
        QCOMPARE(talk->settings.value("endpointing_ms"_L1).toInt(), 500);
        QCOMPARE(talk->headerEnd, 2);
        QCOMPARE(talk->lines.size(), 18);
        const TalkLine &said = talk->lines[0];
        QCOMPARE(said.pieces.size(), 3);
        QCOMPARE(said.pieces[1].pauseUs, 300000);
        const TalkLine &speaks = talk->lines[1];
        QCOMPARE(speaks.time.kind, TalkTime::Kind::After);
        QCOMPARE(speaks.time.us, 350000);
        QCOMPARE(speaks.text, u"Your \"order\""_s);
        QCOMPARE(speaks.line, 4);
        QCOMPARE(talk->lines[4].time.kind, TalkTime::Kind::Any);
        QCOMPARE(talk->lines[6].text, u"12#"_s);
        QCOMPARE(talk->lines[9].status, 404);
        QCOMPARE(talk->lines[9].json["a"_L1].toArray().size(), 2);
        QCOMPARE(talk->lines[10].answer, TalkLine::Answer::TimesOut);
    }

    void saysWhereItIsBroken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("column");
        QTest::newRow("no agent") << QByteArray("1.0 caller \"x\"\n") << u"2"_s << u"1"_s;
        QTest::newRow("nothing happens") << QByteArray("agent \"A\"\n") << u"2"_s << u"1"_s;
        QTest::newRow("open quote") << QByteArray("agent \"A\"\n1.0 caller \"x\n") << u"2"_s << u"12"_s;
        QTest::newRow("no time") << QByteArray("agent \"A\"\ncaller \"x\"\n") << u"2"_s << u"8"_s;
        QTest::newRow("bad time") << QByteArray("agent \"A\"\n1x0 caller \"x\"\n") << u"2"_s << u"1"_s;
        QTest::newRow("unknown verb") << QByteArray("agent \"A\"\n1.0 agent sings\n") << u"2"_s << u"11"_s;
        QTest::newRow("too long") << QByteArray("agent \"A\"\n1.0 caller coughs 700s\n") << u"2"_s << u"19"_s;
        QTest::newRow("bad json") << QByteArray("agent \"A\"\ntool x answers {\"a\":}\n") << u"2"_s << u"16"_s;
        QTest::newRow("more than a line") << QByteArray("agent \"A\"\n1.0 agent stops now\n") << u"2"_s << u"17"_s;
        QTest::newRow("outcome") << QByteArray("agent \"A\"\noutcome fine\n") << u"2"_s << u"9"_s;
        QTest::newRow("header") << QByteArray("agent \"A\" colour red\n") << u"1"_s << u"11"_s;
    }
    void saysWhereItIsBroken()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, line);
        QFETCH(QString, column);
        const auto talk = parseTalk(text, u"a.talk"_s);
        QVERIFY(!talk);
        QCOMPARE(talk.error().code, Error::Code::TalkBroken);
        QCOMPARE(talk.error().args.value(1), line);
        QCOMPARE(talk.error().args.value(2), column);
    }

    void refusesWhatIsTooLarge()
    {
        QCOMPARE(parseTalk(QByteArray(2 << 20, 'a'), u"a"_s).error().code, Error::Code::TooLarge);
        QCOMPARE(parseTalk(QByteArray(6000, '\n'), u"a"_s).error().code, Error::Code::TooLarge);
    }

    // Whatever bytes come: an answer, and never a line outside the file.
    void survivesMutations()
    {
        QRandomGenerator random(11);
        int good = 0;
        for (int round = 0; round < 20000; ++round) {
            QByteArray text = kTalk;
            for (int change = random.bounded(1, 6); change > 0 && !text.isEmpty(); --change) {
                const int at = random.bounded(int(text.size()));
                switch (random.bounded(4)) {
                case 0: text[at] = char(random.bounded(256)); break;
                case 1: text.remove(at, random.bounded(1, 20)); break;
                case 2: text.insert(at, text.mid(random.bounded(int(text.size())), random.bounded(1, 30))); break;
                default: text.truncate(at); break;
                }
            }
            const auto talk = parseTalk(text, u"a.talk"_s);
            good += talk ? 1 : 0;
            const int lines = int(text.count('\n')) + 2;
            if (!talk) QVERIFY(talk.error().args.value(1).toInt() >= 1 && talk.error().args.value(1).toInt() <= lines);
            else for (const TalkLine &line : talk->lines) QVERIFY(line.line >= 1 && line.line < lines && line.time.us >= 0 && line.us >= 0);
        }
        QVERIFY(good > 500);
    }
};

QTEST_GUILESS_MAIN(TestTalkParser)
#include "test_talk_parser.moc"
