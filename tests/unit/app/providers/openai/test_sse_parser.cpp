#include "app/providers/openai/sse_parser.h"
#include <QRandomGenerator>
#include <QtTest>

using namespace vox;

class TestSseParser : public QObject {
    Q_OBJECT
private slots:
    void events_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QList<QByteArray>>("events");
        QTest::newRow("two events") << QByteArray("data: a\n\ndata: b\n\n") << QList<QByteArray>{"a", "b"};
        QTest::newRow("CRLF") << QByteArray("data: a\r\n\r\ndata: b\r\n\r\n") << QList<QByteArray>{"a", "b"};
        QTest::newRow("CR alone") << QByteArray("data: a\r\rdata: b\r\r") << QList<QByteArray>{"a", "b"};
        QTest::newRow("two data lines join") << QByteArray("data: a\ndata: b\n\n") << QList<QByteArray>{"a\nb"};
        QTest::newRow("only one space goes") << QByteArray("data:  a\n\ndata:b\n\n") << QList<QByteArray>{" a", "b"};
        QTest::newRow("comments and other fields") << QByteArray(": ping\nevent: x\nid: 1\ndata: a\n\n: ping\n\n") << QList<QByteArray>{"a"};
        QTest::newRow("data without a colon") << QByteArray("data\n\n") << QList<QByteArray>{""};
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF" "data: a\n\n") << QList<QByteArray>{"a"};
        QTest::newRow("unfinished event is not one") << QByteArray("data: a\n\ndata: b\n") << QList<QByteArray>{"a"};
        QTest::newRow("Cyrillic") << QByteArray("data: \xD0\xB4\xD0\xB0\n\n") << QList<QByteArray>{"\xD0\xB4\xD0\xB0"};
    }
    void events()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QList<QByteArray>, events);
        SseParser whole;
        QCOMPARE(whole.feed(stream), events);
        SseParser bytewise; // the network may cut anywhere
        QList<QByteArray> got;
        for (qsizetype i = 0; i < stream.size(); ++i) got += bytewise.feed(QByteArrayView(stream).sliced(i, 1));
        QCOMPARE(got, events);
    }

    void boundedWhateverComes()
    {
        SseParser parser;
        const QByteArray piece(64 * 1024, 'x');
        for (int i = 0; i < 64; ++i) parser.feed(piece);
        QVERIFY(parser.overflowed());
        QRandomGenerator random(3);
        SseParser noisy;
        for (int i = 0; i < 2000; ++i) {
            QByteArray noise(int(random.bounded(64)), '\0');
            for (char &c : noise) c = "data: \r\n\n\xD0:x"[random.bounded(12)];
            noisy.feed(noise);
        }
        QVERIFY(!noisy.overflowed());
    }
};

QTEST_GUILESS_MAIN(TestSseParser)
#include "test_sse_parser.moc"
