#include "models/journal/record.h"
#include <QRandomGenerator>
#include <QtTest>

using namespace vox;

// A crash may tear the last record anywhere; what was whole before it must come back, and nothing else.
class TestRecord : public QObject {
    Q_OBJECT
private slots:
    void crcOfKnownText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<quint32>("crc");
        QTest::newRow("check value of the polynomial") << QByteArray("123456789") << 0xE3069283u;
        QTest::newRow("32 zeros, RFC 3720") << QByteArray(32, '\0') << 0x8A9136AAu;
        QTest::newRow("32 ones, RFC 3720") << QByteArray(32, '\xFF') << 0x62A8AB43u;
        QTest::newRow("nothing") << QByteArray() << 0u;
    }
    void crcOfKnownText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(quint32, crc);
        QCOMPARE(journal::crc32c({bytes.constData(), size_t(bytes.size())}), crc);
    }

    void tornAnywhere()
    {
        std::string whole;
        std::vector<size_t> ends;
        for (const char *payload : {"{\"a\":1}", "", "{\"text\":\"\xD0\xB4\xD0\xB0\"}"}) {
            journal::appendRecord(payload, whole);
            ends.push_back(whole.size());
        }
        for (size_t cut = 0; cut <= whole.size(); ++cut) {
            const auto parsed = journal::parseRecords(std::string_view(whole).substr(0, cut));
            const size_t expected = size_t(std::count_if(ends.begin(), ends.end(), [&](size_t end) { return end <= cut; }));
            QCOMPARE(parsed.payloads.size(), expected);
            QCOMPARE(parsed.validBytes, expected ? ends[expected - 1] : 0u);
        }
    }

    void aFlippedBitEndsTheLog()
    {
        std::string whole;
        for (int i = 0; i < 3; ++i) journal::appendRecord("{\"n\":12345}", whole);
        const size_t record = whole.size() / 3;
        for (size_t at = 0; at < whole.size(); ++at)
            for (int bit = 0; bit < 8; ++bit) {
                std::string damaged = whole;
                damaged[at] = char(damaged[at] ^ (1 << bit));
                QCOMPARE(journal::parseRecords(damaged).payloads.size(), at / record);
            }
    }

    void noiseIsNoRecord()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 500; ++round) {
            std::string noise(random.bounded(200), '\0');
            for (char &c : noise) c = char(random.generate());
            QVERIFY(journal::parseRecords(noise).validBytes <= noise.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestRecord)
#include "test_record.moc"
