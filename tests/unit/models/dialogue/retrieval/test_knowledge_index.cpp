#include "models/dialogue/retrieval/knowledge_index.h"
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

class TestKnowledgeIndex : public QObject {
    Q_OBJECT

    const QString english = u"# Delivery\nWe deliver on weekdays from nine to six. A parcel takes two days.\n\n"
                            "# Returns\nReturns are free for thirty days. Keep the box.\n\nThe warehouse is in Tver. It opens at eight."_s;
    const QString russian = u"Доставка занимает два дня. Курьер звонит за час.\nВозврат товара бесплатный в течение тридцати дней.\n"
                            "Магазин работает с девяти до шести, кроме воскресенья."_s;

private slots:
    void answers_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("begins");
        QTest::newRow("days") << u"en"_s << u"How many days does a parcel take?"_s << u"A parcel takes two days."_s;
        QTest::newRow("stems") << u"en"_s << u"can I return it for free"_s << u"Returns are free for thirty days."_s;
        QTest::newRow("place") << u"en"_s << u"where is your warehouse"_s << u"The warehouse is in Tver."_s;
        QTest::newRow("доставка") << u"ru"_s << u"сколько занимает доставка"_s << u"Доставка занимает два дня."_s;
        QTest::newRow("возврат") << u"ru"_s << u"как вернуть товар бесплатно"_s << u"Возврат товара бесплатный"_s;
        QTest::newRow("часы") << u"ru"_s << u"когда работает магазин"_s << u"Магазин работает"_s;
    }
    void answers()
    {
        QFETCH(QString, language);
        QFETCH(QString, question);
        QFETCH(QString, begins);
        const QString &text = language == "ru"_L1 ? russian : english;
        const auto answer = KnowledgeIndex(text, language).best(question);
        QVERIFY(answer);
        QVERIFY2(answer->text.startsWith(begins), qPrintable(answer->text));
        QVERIFY(answer->score > 0.4 && answer->score <= 1);
        QVERIFY(text.mid(answer->offset).startsWith(answer->text.left(10)));
    }

    void nothing()
    {
        const KnowledgeIndex index(english, u"en"_s);
        QVERIFY(!index.best(u"quantum chromodynamics"_s));
        QVERIFY(!index.best(QString()));
        QVERIFY(!KnowledgeIndex(QString(), u"en"_s).best(u"delivery"_s));
        const auto weak = index.best(u"do you know who won the football match two years ago"_s);
        QVERIFY(!weak || weak->score < 0.45);
    }
};

QTEST_GUILESS_MAIN(TestKnowledgeIndex)
#include "test_knowledge_index.moc"
