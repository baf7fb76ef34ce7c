#include "models/conversation/projections.h"
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {
events::Span span(Part part, qint64 start, qint64 end, qint64 utterance = 1)
{
    return {part, start, end, utterance, {}};
}
} // namespace

class TestProjections : public QObject {
    Q_OBJECT
private slots:
    void partition_data()
    {
        QTest::addColumn<QList<events::Span>>("spans");
        QTest::addColumn<QString>("expected"); // "part:length …" in time order, caller end 0, agent start 1000
        QTest::newRow("nothing was open: all is our own decision") << QList<events::Span>{} << u"2:1000"_s;
        QTest::newRow("one after another") << QList{span(Part::Endpointing, 0, 300), span(Part::Recognition, 300, 380),
                                                    span(Part::Decision, 380, 390), span(Part::Speech, 390, 980),
                                                    span(Part::Device, 980, 1000)}
                                           << u"0:300 1:80 2:10 5:590 6:20"_s;
        QTest::newRow("recognition hidden under endpointing counts nothing")
            << QList{span(Part::Recognition, 96, 250), span(Part::Endpointing, 0, 300), span(Part::Speech, 300, 1000)}
            << u"0:300 5:700"_s;
        QTest::newRow("only the end of recognition shows") << QList{span(Part::Endpointing, 0, 300), span(Part::Recognition, 96, 400),
                                                                    span(Part::Speech, 400, 1000)}
                                                           << u"0:300 1:100 5:600"_s;
        QTest::newRow("spans reach beyond both ends") << QList{span(Part::Endpointing, -500, 200), span(Part::Speech, 200, 5000)}
                                                      << u"0:200 5:800"_s;
        QTest::newRow("a gap between two tools is decision")
            << QList{span(Part::Endpointing, 0, 100), span(Part::Tool, 100, 400), span(Part::Tool, 450, 700), span(Part::Speech, 700, 1000)}
            << u"0:100 3:300 2:50 3:250 5:300"_s;
    }
    void partition()
    {
        QFETCH(QList<events::Span>, spans);
        QFETCH(QString, expected);
        QStringList parts;
        qint64 sum = 0, at = 0;
        for (const auto &interval : partitionLatency(spans, Micros{0}, Micros{1000})) {
            QCOMPARE(interval.start.value, at); // no hole, no overlap
            at = interval.end.value;
            sum += (interval.end - interval.start).value;
            parts.append(u"%1:%2"_s.arg(int(interval.part)).arg((interval.end - interval.start).value));
        }
        QCOMPARE(parts.join(u' '), expected);
        QCOMPARE(sum, 1000);
    }

    void roundedPartsAddUpToTheRoundedTotal()
    {
        for (qint64 shift = 0; shift < 1000; shift += 37) {
            ConversationProjection projection;
            projection.add({Micros{0}, events::Utterance{1, u"x"_s, 1, 0, shift}});
            projection.add({Micros{0}, span(Part::Endpointing, shift, shift + 333333)});
            projection.add({Micros{0}, span(Part::Recognition, shift + 333333, shift + 444444)});
            projection.add({Micros{0}, span(Part::Speech, shift + 444555, shift + 555555)});
            projection.add({Micros{0}, events::AnswerPlanned{1, 1, {}, u"y"_s}});
            projection.add({Micros{0}, events::AnswerStarted{1, shift + 555555}});
            const TurnLatency &turn = projection.summary().turns.first();
            qint64 sum = 0;
            for (int part = 0; part < 7; ++part) sum += *turn.partMs(Part(part));
            QCOMPARE(sum, *turn.totalMs());
        }
    }

    void aConversation()
    {
        using namespace events;
        const QList<ConversationEvent> events{
            {Micros{0}, Started{.conversation = u"c"_s, .agentName = u"Order desk"_s, .language = u"en"_s}},
            {Micros{1000}, AnswerPlanned{1, 0, u"hello"_s, u"Hello, how can I help?"_s}},
            {Micros{2000}, AnswerStarted{1, 2500}},
            {Micros{900000}, AnswerEnded{1, u"Hello, how can I help?"_s, 2500, 900000}},
            {Micros{1500000}, SpeechStarted{Who::Caller}},
            {Micros{1800000}, Partial{u"where is"_s, 0.5, 1}},
            {Micros{2200000}, Utterance{1, u"Where is my order?"_s, 1, 1510000, 2000000}},
            {Micros{2250000}, Span{Part::Endpointing, 2000000, 2200000, 1}},
            {Micros{2250000}, AnswerPlanned{2, 1, u"say"_s, u"It left the warehouse on Monday."_s}},
            {Micros{2300000}, AnswerStarted{2, 2300000}},
            {Micros{2300000}, Span{Part::Speech, 2200000, 2300000, 1}},
            {Micros{3000000}, Held{2, 2900000}},
            {Micros{3200000}, Stopped{2, 2900000, 3150000, 3000000}},
            {Micros{3200000}, AnswerEnded{2, u"It left the"_s, 2300000, 3000000, true}},
            {Micros{4000000}, Failure{u"TimedOut"_s, {u"order_status"_s}}},
            {Micros{5000000}, Ended{Outcome::CallerLeft}},
        };
        const ConversationSummary summary = summarise({events.data(), size_t(events.size())});
        QCOMPARE(summary.transcript.size(), 3);
        QCOMPARE(summary.transcript[1].text, u"Where is my order?"_s);
        QVERIFY(!summary.transcript[1].partial);
        QCOMPARE(summary.transcript[2].heard, u"It left the"_s);
        QCOMPARE(summary.turns.size(), 2);
        QVERIFY(!summary.turns[0].callerEnd); // the greeting answered nobody
        QVERIFY(!summary.turns[0].partUs[0]);
        QCOMPARE(summary.turns[1].totalUs(), std::optional<qint64>(300000));
        QCOMPARE(summary.turns[1].partMs(Part::Endpointing), std::optional<qint64>(200));
        QCOMPARE(summary.turns[1].partMs(Part::Tool), std::optional<qint64>(0));
        QVERIFY(summary.turns[1].interrupted);
        QCOMPARE(summary.holds, 1);
        QCOMPARE(summary.stops.size(), 1);
        QCOMPARE(summary.errors.size(), 1);
        QCOMPARE(summary.errors[0].atMs, 4000);
        QCOMPARE(summary.outcome, std::optional(Outcome::CallerLeft));
        QCOMPARE(summary.latencyMs(0.95), std::optional<qint64>(300));
    }

    void partialsShowWhileTheCallerSpeaks()
    {
        ConversationProjection live;
        live.add({Micros{1000}, events::SpeechStarted{Who::Caller}});
        live.add({Micros{500000}, events::Partial{u"thursday"_s, 0.4, 1}});
        live.add({Micros{900000}, events::Partial{u"thursday please"_s, 0.9, 1}});
        QCOMPARE(live.summary().transcript.size(), 1);
        QCOMPARE(live.summary().transcript[0].text, u"thursday please"_s);
        QVERIFY(live.summary().transcript[0].partial);
        live.add({Micros{1200000}, events::Utterance{1, u"Thursday, please."_s, 1, 1000, 1000000}});
        QCOMPARE(live.summary().transcript.size(), 1);
        QVERIFY(!live.summary().transcript[0].partial);
    }
};

QTEST_GUILESS_MAIN(TestProjections)
#include "test_projections.moc"
