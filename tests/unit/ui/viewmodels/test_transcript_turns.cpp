#include "ui/viewmodels/transcript_turns.h"
#include <QTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

// A call with a greeting, a tool and a barge-in.
QList<ConversationEvent> story()
{
    const auto at = [](qint64 ms, EventBody body) { return ConversationEvent{millis(ms), std::move(body)}; };
    events::Started started;
    started.language = u"en"_s;
    return {
        at(0, started),
        at(0, events::AnswerPlanned{1, 0, u"n1"_s, u"Hello, this is the order desk."_s, false}),
        at(100, events::AnswerStarted{1, 100000}),
        at(2100, events::AnswerEnded{1, u"Hello, this is the order desk."_s, 100000, 2100000, false}),
        at(3000, events::SpeechStarted{Who::Caller}),
        at(3300, events::Partial{u"where is"_s, 0.5, 1}),
        at(4000, events::SpeechEnded{Who::Caller}),
        at(4300, events::Utterance{1, u"where is my order"_s, 0.9, 3000000, 4000000, false}),
        at(4310, events::NodeEntered{u"n2"_s, u"Find it"_s, u"tool"_s}),
        at(4310, events::VariableSet{u"topic"_s, u"where"_s}),
        at(4320, events::ToolCalled{u"r1"_s, u"n2"_s, u"orders"_s, u"GET"_s, u"http://x/orders"_s, false}),
        at(4700, events::ToolReturned{u"r1"_s, 200, 12, u"{\"a\":1}"_s, 4320000}),
        at(4700, events::Span{Part::Endpointing, 4000000, 4200000, 1, {}}),
        at(4700, events::Span{Part::Tool, 4320000, 4700000, 1, u"orders"_s}),
        at(4710, events::AnswerPlanned{2, 1, u"n3"_s, u"It left the  warehouse on Tuesday morning."_s, true}),
        at(4900, events::AnswerStarted{2, 4900000}),
        at(6000, events::SpeechStarted{Who::Caller}),
        at(6300, events::Stopped{2, 6000000, 6250000, 6260000}),
        at(6300, events::AnswerEnded{2, u"It left the warehouse"_s, 4900000, 6260000, true}),
    };
}

std::span<const ConversationEvent> spanOf(const QList<ConversationEvent> &events) { return {events.constData(), std::size_t(events.size())}; }

} // namespace

class TestTranscriptTurns : public QObject {
    Q_OBJECT
private slots:
    void groupsByUtterance()
    {
        const auto events = story();
        const auto turns = transcriptTurns(summarise(spanOf(events)), spanOf(events));
        QCOMPARE(turns.size(), 2);
        QCOMPARE(turns[0].utterance, 0);
        QVERIFY(!turns[0].latency);
        QCOMPARE(turns[1].lines.size(), 2);
        QVERIFY(turns[1].prepared);
        QCOMPARE(turns[1].tools.size(), 1);
        QCOMPARE(turns[1].tools[0].status, 200);
        QCOMPARE((turns[1].tools[0].end - turns[1].tools[0].start).ms(), 380);
        QCOMPARE(turns[1].changed.size(), 1);
        // The numbers are the projection's.
        QCOMPARE(turns[1].latency->totalMs(), std::optional<qint64>(900));
        QCOMPARE(turns[1].latency->partMs(Part::Tool), std::optional<qint64>(380));
        QCOMPARE(turns[1].latency->partMs(Part::Endpointing), std::optional<qint64>(200));
    }

    void wordsThatWereHeard_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("heard");
        QTest::addColumn<int>("words");
        QTest::addColumn<qsizetype>("characters");
        QTest::newRow("part") << u"one two three"_s << u"one two"_s << 2 << qsizetype(7);
        QTest::newRow("other spaces") << u"one  two three"_s << u"one two"_s << 2 << qsizetype(8);
        QTest::newRow("nothing") << u"one two"_s << QString() << 0 << qsizetype(0);
        QTest::newRow("all") << u"one two"_s << u"one two"_s << 2 << qsizetype(7);
        QTest::newRow("more than planned") << u"one"_s << u"one two three"_s << 1 << qsizetype(3);
        QTest::newRow("no words") << QString() << u"x"_s << 0 << qsizetype(0);
    }
    void wordsThatWereHeard()
    {
        QFETCH(QString, text);
        QFETCH(QString, heard);
        ConversationSummary summary;
        summary.transcript.append({Who::Agent, text, heard, Micros{0}, millis(900), true, false, 1, 1});
        const auto turns = transcriptTurns(summary, {});
        QTEST(turns[0].lines[0].heardWords, "words");
        QTEST(turns[0].lines[0].heard, "characters");
    }

    void partialsAreUnsettled()
    {
        auto events = story().mid(0, 6);
        const auto turns = transcriptTurns(summarise(spanOf(events)), spanOf(events));
        QCOMPARE(turns.last().lines.last().text, u"where is"_s);
        QVERIFY(turns.last().lines.last().partial);
        for (const PlacedWord &word : placedWords(turns.last().lines)) QVERIFY(!word.settled);
    }

    void wordsSitInTheirLine()
    {
        const auto events = story();
        const auto lines = allLines(transcriptTurns(summarise(spanOf(events)), spanOf(events)));
        const auto words = placedWords(lines);
        QCOMPARE(words.size(), 6 + 4 + 7);
        Micros before;
        for (const PlacedWord &word : words) {
            QVERIFY(word.start >= before && word.end > word.start);
            before = word.start;
            QCOMPARE(lines[word.line].text.mid(word.position, word.text.size()), word.text);
            if (word.heard) QVERIFY(word.start >= lines[word.line].start && word.end <= lines[word.line].end + millis(1));
            else QVERIFY(word.start >= lines[word.line].end - millis(1));
        }
        QCOMPARE(lineAt(lines, millis(50)), -1);
        QCOMPARE(lines[lineAt(lines, millis(3500))].text, u"where is my order"_s);
        QCOMPARE(words[wordAt(words, millis(3050))].text, u"where"_s);
        QCOMPARE(wordAt(words, millis(2800)), -1);
    }

    void finds_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found"); // start+length, ...
        QTest::newRow("whatever the case") << u"Where is My order"_s << u"my ORDER"_s << u"9+8"_s;
        QTest::newRow("word by word") << u"order it, my dear order"_s << u"my order"_s << u"0+5 10+2 18+5"_s;
        QTest::newRow("Cyrillic") << u"Перенести запись"_s << u"запись "_s << u"10+6"_s;
        QTest::newRow("nothing asked") << u"anything"_s << u"  "_s << QString();
        QTest::newRow("not there") << u"anything"_s << u"else"_s << QString();
    }
    void finds()
    {
        QFETCH(QString, line);
        QFETCH(QString, text);
        QStringList out;
        for (const Found &found : findIn(line, text)) out.append(u"%1+%2"_s.arg(found.start).arg(found.length));
        QTEST(out.join(u' '), "found");
    }

    void marksOfTheSound()
    {
        const auto events = story();
        const auto marks = soundMarks(summarise(spanOf(events)), spanOf(events), millis(6500));
        QCOMPARE(marks.caller, (QList<Stretch>{{millis(3000), millis(4000)}, {millis(6000), millis(6500)}}));
        QCOMPARE(marks.agent.size(), 2);
        QCOMPARE(marks.overlaps, (QList<Stretch>{{millis(6000), millis(6260)}}));
        QCOMPARE(marks.stops.size(), 1);
        QCOMPARE(marks.stops[0].voiceToSilenceMs, 260);
        QCOMPARE(marks.delays.size(), 1);
        QCOMPARE(marks.delays[0].ms, 900);
    }

    void stateAtAMoment()
    {
        const auto events = story();
        QVERIFY(variablesAt(spanOf(events), millis(4309)).isEmpty());
        const auto facts = variablesAt(spanOf(events), millis(4310));
        QCOMPARE(facts.size(), 1);
        QCOMPARE(facts[0].turn, 1);
        QCOMPARE(valueText(facts[0].value), u"where"_s);
        QCOMPARE(nodeAt(spanOf(events), millis(5000)).name, u"Find it"_s);
        QVERIFY(nodeAt(spanOf(events), millis(10)).id.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTranscriptTurns)
#include "test_transcript_turns.moc"
