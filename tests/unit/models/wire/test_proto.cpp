#include "models/wire/proto_reader.h"
#include "models/wire/proto_writer.h"
#include <QtTest>
#include <limits>
#include <random>

using namespace vox;
using namespace Qt::StringLiterals;

class TestProto : public QObject {
    Q_OBJECT

private slots:
    // The examples of protobuf.dev, "Encoding".
    void publishedExamples()
    {
        ProtoWriter test1;
        test1.integer(1, 150);
        QCOMPARE(test1.bytes().toHex(), "089601");
        ProtoWriter test2;
        test2.text(2, u"testing"_s);
        QCOMPARE(test2.bytes().toHex(), "120774657374696e67");
        ProtoWriter test3;
        test3.message(3, test1);
        QCOMPARE(test3.bytes().toHex(), "1a03089601");
        ProtoWriter negative;
        negative.integer(1, -2);
        QCOMPARE(negative.bytes().toHex(), "08feffffffffffffffff01");
    }

    void whatIsWrittenIsRead()
    {
        ProtoWriter inner, outer;
        inner.numberAlways(1, 0.25);
        outer.integer(1, std::numeric_limits<std::int64_t>::min());
        outer.booleanAlways(2, false);
        outer.fixed64(3, 0x0123456789abcdefULL);
        outer.fixed32(4, 0xdeadbeef);
        outer.text(5, u"привет"_s);
        outer.message(300, inner);
        outer.integer(6, 0); // a default is left out
        QList<int> fields;
        ProtoReader reader(outer.bytes());
        while (reader.next()) {
            fields.append(reader.field());
            switch (reader.field()) {
            case 1: QCOMPARE(reader.integer(), std::numeric_limits<std::int64_t>::min()); break;
            case 3: QCOMPARE(reader.fixed(), 0x0123456789abcdefULL); break;
            case 4: QCOMPARE(reader.fixed(), 0xdeadbeefULL); break;
            case 5: QCOMPARE(reader.text(), u"привет"_s); break;
            case 300: {
                ProtoReader nested = reader.message();
                QVERIFY(nested.next());
                QCOMPARE(nested.number(), 0.25);
                break;
            }
            default: QVERIFY(!reader.boolean());
            }
        }
        QVERIFY(!reader.broken());
        QCOMPARE(fields, (QList<int>{1, 2, 3, 4, 5, 300}));
    }

    void hostileBytesEnd()
    {
        ProtoWriter good;
        good.integer(1, 1234567);
        good.text(2, u"some text that is long enough to be cut"_s);
        good.fixed64(3, 77);
        std::mt19937 random(7);
        for (int round = 0; round < 20000; ++round) {
            QByteArray bytes = good.bytes().repeated(3);
            for (int change = 0; change < 4; ++change) bytes[qsizetype(random() % unsigned(bytes.size()))] = char(random());
            bytes.truncate(qsizetype(random() % unsigned(bytes.size() + 1)));
            int fields = 0;
            qsizetype read = 0;
            ProtoReader reader(bytes);
            while (reader.next()) {
                ++fields;
                read += reader.bytes().size();
            }
            QVERIFY(fields <= bytes.size());
            QVERIFY(read <= bytes.size());
        }
        ProtoReader endless(QByteArrayView("\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 13));
        QVERIFY(!endless.next());
        QVERIFY(endless.broken());
    }
};

QTEST_GUILESS_MAIN(TestProto)
#include "test_proto.moc"
