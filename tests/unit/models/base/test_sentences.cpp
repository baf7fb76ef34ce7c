#include "models/base/sentences.h"
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vox;

class TestSentences : public QObject {
    Q_OBJECT
private slots:
    void splits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("sentences");
        const auto row = [](const char *name, const QString &text, const QStringList &sentences) {
            QTest::newRow(name) << text << sentences;
        };
        row("nothing", u"  \n "_s, {});
        row("two", u"Hello. How are you?"_s, {u"Hello."_s, u"How are you?"_s});
        row("no full stop", u"Hello"_s, {u"Hello"_s});
        row("lines", u"Один\nдва\r\n\r\nтри"_s, {u"Один"_s, u"два"_s, u"три"_s});
        row("decimals", u"It costs 3.50 now. Pay."_s, {u"It costs 3.50 now."_s, u"Pay."_s});
        row("title", u"Dr. Smith left. Mr. Brown came."_s, {u"Dr. Smith left."_s, u"Mr. Brown came."_s});
        row("address", u"Ул. Ленина, д. 5, кв. 7. Приезжайте."_s, {u"Ул. Ленина, д. 5, кв. 7."_s, u"Приезжайте."_s});
        row("initials", u"Это А. С. Пушкин. Поэт."_s, {u"Это А. С. Пушкин."_s, u"Поэт."_s});
        row("that is", u"Завтра, т.е. в среду. Ждём."_s, {u"Завтра, т.е. в среду."_s, u"Ждём."_s});
        row("and so on, going on", u"Хлеб и т. д. купили"_s, {u"Хлеб и т. д. купили"_s});
        row("quotes", u"«Нет!» Он ушёл."_s, {u"«Нет!»"_s, u"Он ушёл."_s});
        row("said he", u"Стой! крикнул он. Тихо."_s, {u"Стой! крикнул он."_s, u"Тихо."_s});
        row("ellipsis", u"Ну… ладно. Да… Хорошо."_s, {u"Ну… ладно."_s, u"Да…"_s, u"Хорошо."_s});
        row("a list", u"1. Выключите роутер. 2. Подождите."_s, {u"1. Выключите роутер."_s, u"2. Подождите."_s});
        row("address of a site", u"Go to example.com. Then wait."_s, {u"Go to example.com."_s, u"Then wait."_s});
        row("marks in a row", u"Что?! Да!!! Вот."_s, {u"Что?!"_s, u"Да!!!"_s, u"Вот."_s});
    }

    void splits()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, sentences);
        QStringList found;
        for (const TextSpan &span : sentencesOf(text)) found.append(text.mid(span.start, span.length));
        QCOMPARE(found, sentences);
    }

    void cutsWhatIsTooLong()
    {
        const QString text = u"Первая часть длинного предложения, вторая часть его же и ещё немного слов без всякой точки"_s;
        const auto spans = sentencesOf(text, 60);
        QCOMPARE(spans.size(), 2);
        QCOMPARE(text.mid(spans[0].start, spans[0].length), u"Первая часть длинного предложения,"_s);
        for (const TextSpan &span : sentencesOf(QString(1000, u'x'), 100)) QVERIFY(span.length <= 100);
    }

    // Whatever the text: spans lie in order, inside it, are not empty and cover all that is visible.
    void coversAnyText()
    {
        const QString alphabet = u"aЯ .,!?…\n\"»)(1т.е 😀:;-"_s;
        QRandomGenerator random(5);
        for (int round = 0; round < 500; ++round) {
            QString text;
            for (int i = random.bounded(200); i > 0; --i) text += alphabet[random.bounded(int(alphabet.size()))];
            const auto spans = sentencesOf(text, 20 + random.bounded(40));
            qsizetype at = 0;
            for (const TextSpan &span : spans) {
                QVERIFY(span.length > 0 && span.start >= at && span.start + span.length <= text.size());
                QVERIFY(text.mid(at, span.start - at).trimmed().isEmpty());
                at = span.start + span.length;
            }
            QVERIFY(text.mid(at).trimmed().isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "test_sentences.moc"
