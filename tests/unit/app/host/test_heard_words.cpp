#include "app/host/heard_words.h"
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

class TestHeardWords : public QObject {
    Q_OBJECT
private slots:
    void heard_data();
    void heard();
    void marksDecide();
    void everyCutIsAPrefixOfWholeWords();
    void splits_data();
    void splits();
    void wholeSentencesOfAStream();
};

void TestHeardWords::heard_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QString>("heard");
    const QString text = u"Your order left the warehouse"_s;
    QTest::newRow("nothing") << text << 0 << QString();
    QTest::newRow("not even half a word") << text << 4 << QString();
    QTest::newRow("half") << text << 50 << u"Your order left"_s;
    QTest::newRow("all") << text << 100 << text;
    QTest::newRow("past the end") << text << 150 << text;
    QTest::newRow("one word") << u"Yes."_s << 60 << u"Yes."_s;
    QTest::newRow("empty") << QString() << 50 << QString();
}

void TestHeardWords::heard()
{
    QFETCH(QString, text);
    QFETCH(int, percent);
    QFETCH(QString, heard);
    QCOMPARE(text.left(heardLength(text, {}, percent * 100, 10000)), heard);
}

void TestHeardWords::marksDecide()
{
    // A voice that takes nine tenths of the time for the first word.
    const QString text = u"Wait here"_s;
    const std::vector<WordMark> marks{{0, 0}, {5, 9000}};
    QCOMPARE(heardLength(text, marks, 3000, 10000), 0);
    QCOMPARE(text.left(heardLength(text, marks, 6000, 10000)), u"Wait"_s);
    QCOMPARE(text.left(heardLength(text, marks, 9600, 10000)), text);
}

void TestHeardWords::everyCutIsAPrefixOfWholeWords()
{
    const QString text = u"  Ваш заказ № 17,\nотправлен — вчера вечером. Ok?  "_s;
    qsizetype before = 0;
    for (int played = 0; played <= 1000; ++played) {
        const qsizetype length = heardLength(text, {}, played, 1000);
        QVERIFY(length >= before && length <= text.size());
        QVERIFY(length == 0 || (!text[length - 1].isSpace() && (length == text.size() || text[length].isSpace())));
        before = length;
    }
    QCOMPARE(text.left(before), u"  Ваш заказ № 17,\nотправлен — вчера вечером. Ok?"_s);
}

void TestHeardWords::splits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("pieces");
    QTest::newRow("one") << u"Your order is on its way."_s << QStringList{u"Your order is on its way."_s};
    QTest::newRow("two") << u"Your order is on its way. It comes today."_s
                         << QStringList{u"Your order is on its way. "_s, u"It comes today."_s};
    QTest::newRow("too short to stand alone") << u"Yes. Your order is on its way."_s << QStringList{u"Yes. Your order is on its way."_s};
    QTest::newRow("a number is no end") << u"That makes 12.50 euros in total"_s << QStringList{u"That makes 12.50 euros in total"_s};
    QTest::newRow("empty") << QString() << QStringList{QString()};
}

void TestHeardWords::splits()
{
    QFETCH(QString, text);
    QFETCH(QStringList, pieces);
    QCOMPARE(splitSentences(text), pieces);
    QCOMPARE(splitSentences(text).join(QString()), text);
}

void TestHeardWords::wholeSentencesOfAStream()
{
    QCOMPARE(wholeSentences(u"It left"), 0);
    QCOMPARE(wholeSentences(u"It left."), 0); // may go on as "It left.com"
    QCOMPARE(wholeSentences(u"It left. An"), 9);
    QCOMPARE(wholeSentences(u"A? B! And"), 6);
}

QTEST_GUILESS_MAIN(TestHeardWords)
#include "test_heard_words.moc"
