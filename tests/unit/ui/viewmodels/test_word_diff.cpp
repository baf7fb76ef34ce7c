#include "ui/viewmodels/word_diff.h"
#include <QRandomGenerator>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

// Words that came and went, and texts merged word by word.
class TestWordDiff : public QObject {
    Q_OBJECT
    static QString told(const QList<WordPiece> &pieces)
    {
        QString out;
        for (const WordPiece &piece : pieces)
            out += piece.kind == WordPiece::Kind::Same ? piece.text : (piece.kind == WordPiece::Kind::Added ? u"[+"_s : u"[-"_s) + piece.text + u']';
        return out;
    }
private slots:
    void tells_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("told");
        QTest::newRow("equal") << u"a b"_s << u"a b"_s << u"a b"_s;
        QTest::newRow("both empty") << QString() << QString() << QString();
        QTest::newRow("nothing before") << QString() << u"one two"_s << u"[+one two]"_s;
        QTest::newRow("nothing after") << u"one two"_s << QString() << u"[-one two]"_s;
        QTest::newRow("in the middle") << u"offer two free times now"_s << u"offer one free time now"_s << u"offer [-two ][+one ]free [-times ][+time ]now"_s;
        QTest::newRow("at the end") << u"say the hour"_s << u"say the hour in words"_s << u"say the hour[+ in words]"_s;
        QTest::newRow("nothing in common") << u"a b c d e f g h"_s << u"q r s t u v a w"_s << u"[-a b c d e f g h][+q r s t u v a w]"_s;
    }
    void tells()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(told(wordDiff(before, after)), "told");
    }
    void piecesGiveBothTexts()
    {
        QRandomGenerator random(7);
        const QStringList words{u"one"_s, u"two"_s, u"три"_s, u" "_s, u"\n"_s, u"  "_s, u"end."_s};
        for (int i = 0; i < 500; ++i) {
            QString texts[2];
            for (QString &text : texts)
                for (int w = int(random.bounded(14)); w > 0; --w) text += words[random.bounded(words.size())] + (random.bounded(2) ? u" "_s : QString());
            QString before, after;
            for (const WordPiece &piece : wordDiff(texts[0], texts[1])) {
                if (piece.kind != WordPiece::Kind::Added) before += piece.text;
                if (piece.kind != WordPiece::Kind::Removed) after += piece.text;
            }
            QCOMPARE(after, texts[1]);
            // Of what stayed the space of the newer text is told.
            QCOMPARE(before.simplified(), texts[0].simplified());
        }
    }
    void longTextsAreTakenWhole()
    {
        const QString before = u"word "_s.repeated(3000), after = before + u"more"_s;
        QCOMPARE(wordDiff(before, after).size(), 2);
    }
    void mergesDifferentWords()
    {
        const auto merged = mergeWords(u"Offer two times. Say the hour."_s, u"Offer one time, then another. Say the hour."_s,
                                       u"Offer two times. Say the hour in words."_s);
        QVERIFY(merged);
        QCOMPARE(*merged, u"Offer one time, then another. Say the hour in words."_s);
        QVERIFY(!mergeWords(u"a b c"_s, u"a x c"_s, u"a y c"_s));
    }
};

QTEST_GUILESS_MAIN(TestWordDiff)
#include "test_word_diff.moc"
