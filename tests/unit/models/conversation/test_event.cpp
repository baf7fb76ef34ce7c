#include "models/conversation/event.h"
#include "models/conversation/log.h"
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

class TestEvent : public QObject {
    Q_OBJECT

    template <size_t Index = 0> static void addBlankOfEachType(QList<ConversationEvent> &into)
    {
        if constexpr (Index < std::variant_size_v<EventBody>) {
            into.append({Micros{qint64(Index) * 1000}, EventBody(std::in_place_index<Index>)});
            addBlankOfEachType<Index + 1>(into);
        }
    }

private slots:
    void everyTypeComesBack()
    {
        QList<ConversationEvent> events;
        addBlankOfEachType(events);
        events.append({Micros{9}, events::Utterance{3, u"Где мой заказ?"_s, 0.8, 1200, 900000, false}});
        events.append({Micros{10}, events::Span{Part::Tool, 5, 77, 3, u"order_status"_s}});
        events.append({Micros{11}, events::Ended{Outcome::HandedOver, u"desk"_s}});
        const ConversationLog log = readLog(writeLog(events));
        QCOMPARE(log.events.size(), events.size());
        for (qsizetype i = 0; i < events.size(); ++i) {
            QCOMPARE(log.events[i].body.index(), events[i].body.index());
            QCOMPARE(toJson(log.events[i]), toJson(events[i]));
        }
        QCOMPARE(log.unknown, 0);
    }

    void formatIsFixed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("speech") << QByteArray(R"({"t_us":20000,"type":"speech_started","who":"caller"})");
        QTest::newRow("span") << QByteArray(
            R"({"end_us":9,"name":"","part":"endpointing","start_us":4,"t_us":9,"type":"span","utterance":1})");
        QTest::newRow("end") << QByteArray(R"({"outcome":"cut_off","reason":"crash","t_us":1,"type":"ended"})");
    }
    void formatIsFixed()
    {
        QFETCH(QByteArray, json);
        const auto event = eventFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(event);
        QCOMPARE(encodeEvent(*event), json);
    }

    void skipsWhatItDoesNotKnow()
    {
        QVERIFY(!eventFromJson({{u"type"_s, u"telepathy"_s}}));
        QVERIFY(!eventFromJson({}));
    }

    void surviveHostileJson()
    {
        QList<ConversationEvent> events;
        addBlankOfEachType(events);
        QRandomGenerator random(7);
        for (int round = 0; round < 3000; ++round) {
            QByteArray payload = encodeEvent(events[qsizetype(random.bounded(quint32(events.size())))]);
            for (int n = 0; n < 3; ++n) payload[qsizetype(random.bounded(quint32(payload.size())))] = char(random.generate());
            const auto event = eventFromJson(QJsonDocument::fromJson(payload).object());
            if (event) QVERIFY(!encodeEvent(*event).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestEvent)
#include "test_event.moc"
