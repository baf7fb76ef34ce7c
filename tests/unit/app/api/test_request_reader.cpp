#include "app/api/http/request_reader.h"
#include "tests/unit/app/api/requests.h"
#include <QtTest>
#include <random>

using namespace vox;
using namespace Qt::StringLiterals;
using State = RequestReader::State;

namespace {

constexpr qint64 kLimit = 1000;

// Reads as a connection does: what is not used comes again with more behind it. Answers the bodies that were read.
QByteArrayList readAll(RequestReader &reader, std::string_view bytes, std::size_t piece)
{
    QByteArrayList bodies;
    std::string kept;
    for (std::size_t at = 0; at < bytes.size() || !kept.empty();) {
        const bool more = at < bytes.size();
        kept += bytes.substr(std::min(at, bytes.size()), piece);
        at += piece;
        for (std::size_t used = 1; used > 0 && !kept.empty();) {
            used = reader.feed(kept);
            kept.erase(0, used);
            if (reader.state() == State::HeadDone) {
                reader.allowBody(kLimit);
                used = 1;
            }
            if (reader.state() == State::Broken) return bodies;
            if (reader.state() == State::Done) {
                bodies.append(reader.takeBody());
                reader.next();
                used = 1;
            }
        }
        if (!more) break;
    }
    return bodies;
}

const std::string kGood = "POST /a?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nAccept: a\r\nAccept: b\r\n\r\nhello"
                          "GET /two HTTP/1.1\r\nHost: x\r\n\r\n"
                          "PUT /three HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nWiki\r\n5;x=y\r\npedia\r\n0\r\nTrailer: 1\r\n\r\n"
                          "DELETE /four HTTP/1.0\r\n\r\n";

} // namespace

class TestRequestReader : public QObject {
    Q_OBJECT
private slots:
    void requestsInPieces_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 7, 64, 100000}) QTest::addRow("%d", piece) << piece;
    }
    void requestsInPieces()
    {
        QFETCH(int, piece);
        RequestReader reader;
        QCOMPARE(readAll(reader, kGood, std::size_t(piece)), (QByteArrayList{"hello", "", "Wikipedia", ""}));
        QCOMPARE(reader.state(), State::Head);
    }

    void whatAHeadSays()
    {
        RequestReader reader;
        reader.feed(kGood);
        QCOMPARE(reader.state(), State::HeadDone);
        QCOMPARE(reader.head().target, "/a?b=c");
        QCOMPARE(reader.head().headers.value("accept"), "a, b");
        QCOMPARE(reader.head().contentLength.value_or(0), 5);
        QVERIFY(reader.head().method == Method::Post);
    }

    void nothingOfABodyIsReadBeforeItMay()
    {
        RequestReader reader;
        const std::size_t used = reader.feed(kGood);
        QCOMPARE(reader.feed(std::string_view(kGood).substr(used)), std::size_t(0));
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        for (const auto &row : test::kHostileRequests)
            QTest::newRow(row.name) << QByteArray(row.bytes.data(), qsizetype(row.bytes.size())) << row.status;
        QTest::newRow("a head without end") << QByteArray("GET /x HTTP/1.1\r\nHost: a\r\nX: ") + QByteArray(20000, 'y') << 431;
        QByteArray many = "GET /x HTTP/1.1\r\nHost: a\r\n";
        for (int i = 0; i < 150; ++i) many += "X" + QByteArray::number(i) + ": y\r\n";
        QTest::newRow("too many headers") << many + "\r\n" << 400;
    }
    void hostile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        for (const std::size_t piece : {std::size_t(1), std::size_t(100000)}) {
            RequestReader reader;
            readAll(reader, {bytes.constData(), std::size_t(bytes.size())}, piece);
            QCOMPARE(reader.state(), State::Broken);
            QCOMPARE(reader.status(), status);
        }
    }

    // Whatever comes: no crash, no hang, no body above the limit.
    void mutations()
    {
        std::mt19937 random(20261120);
        std::vector<std::string> seeds{kGood};
        for (const auto &row : test::kHostileRequests) seeds.emplace_back(row.bytes);
        for (int i = 0; i < 20000; ++i) {
            std::string bytes = seeds[random() % seeds.size()];
            for (unsigned n = random() % 6; n > 0 && !bytes.empty(); --n) {
                const std::size_t at = random() % bytes.size();
                switch (random() % 4) {
                case 0: bytes[at] = char(random()); break;
                case 1: bytes.erase(at, random() % 8); break;
                case 2: bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 20)); break;
                default: bytes.insert(at, 1, "\r\n\0 :;0f"[random() % 8]); break;
                }
            }
            RequestReader reader;
            for (const QByteArray &body : readAll(reader, bytes, 1 + random() % 100)) QVERIFY(body.size() <= kLimit);
        }
    }
};

QTEST_GUILESS_MAIN(TestRequestReader)
#include "test_request_reader.moc"
