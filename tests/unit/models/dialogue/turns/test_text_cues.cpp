#include "models/dialogue/turns/text_cues.h"
#include <QtTest>
#include <random>

using namespace vox;
using namespace Qt::StringLiterals;

class TestTextCues : public QObject {
    Q_OBJECT
private slots:
    void cues_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expects");
        QTest::addColumn<int>("cue");
        const auto row = [](const char *name, const QString &text, const QString &expects, TextCue cue) {
            QTest::newRow(name) << text << expects << int(cue);
        };
        row("nothing", u"  ."_s, {}, TextCue::Empty);
        row("no stop", u"where is my order"_s, {}, TextCue::Neutral);
        row("yes", u"Yes."_s, {}, TextCue::Complete);
        row("да", u"да"_s, {}, TextCue::Complete);
        row("ellipsis", u"I wanted to ask..."_s, {}, TextCue::Trailing);
        row("half a phone", u"eight nine one six"_s, u"phone"_s, TextCue::Unfinished);
        row("a phone with dashes", u"My number is 555-123-4567."_s, u"phone"_s, TextCue::Paused);
        row("half a phone with dashes", u"555-123."_s, u"phone"_s, TextCue::Unfinished);
        row("more than a phone", u"775-99-151-1000."_s, u"phone"_s, TextCue::Unfinished);
        row("восьмёрка и десять цифр", u"8 916 123 45 67"_s, u"phone"_s, TextCue::Paused);
        row("восьмёрка и восемь цифр", u"8 916 123 45"_s, u"phone"_s, TextCue::Unfinished);
        row("a British one", u"oh two oh, seven nine four six, oh nine five eight"_s, u"phone"_s, TextCue::Paused);
        row("spelt with dashes", u"A-B-C"_s, u"spelling"_s, TextCue::Unfinished);
        row("a phone", u"plus seven nine one six one two three four five six seven"_s, u"phone"_s, TextCue::Paused);
        row("телефон", u"девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь"_s, u"phone"_s, TextCue::Paused);
        row("пол-телефона", u"девятьсот шестнадцать сто"_s, u"phone"_s, TextCue::Unfinished);
        row("half a code", u"for two, zero"_s, u"order_code:5"_s, TextCue::Unfinished);
        row("a whole code", u"Four two zero one seven."_s, u"order_code:5"_s, TextCue::Complete);
        row("a whole code, written as words", u"For, two, zero, one, seven,"_s, u"order_code:5"_s, TextCue::Complete);
        row("letters and digits", u"A B 4 2"_s, u"order_code:4"_s, TextCue::Complete);
        row("код целиком", u"сорок два ноль семнадцать"_s, u"order_code:5"_s, TextCue::Complete);
        row("another wish instead of a code", u"I want to talk to a person."_s, u"order_code:5"_s, TextCue::Neutral);
        row("thinking", u"I would like to, um"_s, {}, TextCue::Trailing);
        row("digits unasked", u"it is one two three"_s, {}, TextCue::Unfinished);
        row("spelling", u"it is spelled a b"_s, {}, TextCue::Unfinished);
        row("по буквам", u"А Б В"_s, u"spelling"_s, TextCue::Unfinished);
        row("half an address", u"ivan dot petrov at"_s, u"email"_s, TextCue::Unfinished);
        row("an address", u"ivan dot petrov at example dot com"_s, u"email"_s, TextCue::Complete);
        row("почта", u"иван собака яндекс точка ру"_s, u"email"_s, TextCue::Complete);
        row("aha", u"Mm-hm."_s, {}, TextCue::Backchannel);
        row("expected yes", u"yes please"_s, u"yes_no"_s, TextCue::Complete);
    }
    void cues()
    {
        QFETCH(QString, text);
        QFETCH(QString, expects);
        QTEST(int(textCues(text, expects).cue), "cue");
    }

    // Whole sentences are more likely over than their beginnings. None of these was learnt from.
    void sentences_data()
    {
        QTest::addColumn<QString>("whole");
        QTest::addColumn<QString>("beginning");
        const auto row = [](const char *name, const QString &whole, const QString &beginning) { QTest::newRow(name) << whole << beginning; };
        row("order", u"I would like to order a lamp for my desk."_s, u"I would like to order a"_s);
        row("question", u"Can you send somebody to repair the oven?"_s, u"Can you send somebody to?"_s);
        row("conjunction", u"It rained the whole weekend."_s, u"It rained the whole weekend and"_s);
        row("number is", u"My number is in the letter."_s, u"My number is."_s);
        row("comma", u"He was not a bad young man."_s, u"He was not a bad young man,"_s);
        row("long", u"Had he married a more amiable woman, he might have been made still more respectable than he was."_s, u"If I had known that earlier I would have asked for the"_s);
        row("because", u"I am late because of the traffic."_s, u"I am late because"_s);
        row("adjective", u"The soup was much too salty."_s, u"The soup was much too"_s);
        row("почему", u"я звоню потому что не приехал курьер"_s, u"я звоню потому что"_s);
        row("меня зовут", u"меня зовут мария"_s, u"я звоню чтобы"_s);
        row("предлог", u"у меня вопрос по доставке"_s, u"у меня вопрос по"_s);
        row("хотел бы", u"я хотел бы отменить заказ"_s, u"я хотел бы"_s);
    }
    void sentences()
    {
        QFETCH(QString, whole);
        QFETCH(QString, beginning);
        const TextCues over = textCues(whole), not_ = textCues(beginning);
        QCOMPARE(over.cue, TextCue::Neutral);
        QCOMPARE(not_.cue, TextCue::Neutral);
        QVERIFY2(over.finished > 0.6f, qPrintable(QString::number(over.finished)));
        QVERIFY2(not_.finished < std::min(0.52f, over.finished - 0.1f), qPrintable(QString::number(not_.finished)));
    }

    void phrasesListenedFor()
    {
        const QStringList phrases = plainPhrases({u"Where is my order?"_s, u"where is my order now"_s, u"Delivery costs"_s, u"one"_s});
        QCOMPARE(phrases.size(), 4);
        QCOMPARE(textCues(u"One.", {}, Floor::Caller, phrases).cue, TextCue::Neutral);
        QVERIFY(textCues(u"One.", {}, Floor::Caller, phrases).finished > textCues(u"Two.").finished);
        QCOMPARE(textCues(u"Delivery costs.", {}, Floor::Caller, phrases).cue, TextCue::Complete);
        QCOMPARE(textCues(u"Where is my order now?", {}, Floor::Caller, phrases).cue, TextCue::Complete);
        QCOMPARE(textCues(u"Where is my order", {}, Floor::Caller, phrases).cue, TextCue::Neutral);
        QCOMPARE(textCues(u"Delivery costs.", {}, Floor::Agent, phrases).cue, TextCue::Neutral);
        // Half of a phrase is less likely all than the same words where nobody listens for it.
        QVERIFY(textCues(u"where is my", {}, Floor::Caller, phrases).finished < textCues(u"where is my").finished);
    }

    // Whatever a recogniser writes: a cue, and a probability where there is one.
    void hostileTranscripts()
    {
        std::mt19937 random(5);
        const QStringList good{u"I would like to, um, order a pizza."_s, u"+7 (916) 123-45-67"_s, u"иван собака яндекс точка ру"_s, u"A-B-C-1-2-3..."_s, u"yes"_s};
        const QStringList expected{QString(), u"phone"_s, u"email"_s, u"order_code:5"_s, u"order_code:-1"_s, u"yes_no"_s, u"number"_s, u"spelling:"_s};
        for (int i = 0; i < 20000; ++i) {
            QString text = good[qsizetype(random() % 5)];
            for (unsigned change = random() % 6; change > 0; --change) {
                const qsizetype at = text.isEmpty() ? 0 : qsizetype(random()) % text.size();
                if (random() % 3 == 0) text.insert(at, text.left(qsizetype(random() % 40)));
                else if (random() % 2) text.insert(at, QChar(char16_t(random())));
                else text.remove(at, qsizetype(random() % 5));
            }
            const TextCues cues = textCues(text, expected[qsizetype(random() % 8)], random() % 2 ? Floor::Agent : Floor::Caller, good);
            QVERIFY(cues.finished == TurnEvent::kUnknown || (cues.finished >= 0 && cues.finished <= 1));
            QVERIFY(cues.words >= 0);
        }
        const TextCues endless = textCues(QString(200'000, u'a') + u" and "_s.repeated(20'000));
        QVERIFY(endless.finished < 0.5f);
    }

    void overTheAgent()
    {
        QCOMPARE(textCues(u"да-да", {}, Floor::Agent).cue, TextCue::Backchannel);
        QCOMPARE(textCues(u"Yeah, okay.", {}, Floor::Agent).cue, TextCue::Backchannel);
        QCOMPARE(textCues(u"I see.", {}, Floor::Agent).cue, TextCue::Backchannel);
        QVERIFY(textCues(u"I got", {}, Floor::Agent).cue != TextCue::Backchannel);
        QCOMPARE(textCues(u"да", u"yes_no"_s, Floor::Agent).cue, TextCue::Complete);
        QCOMPARE(textCues(u"нет", {}, Floor::Agent).cue, TextCue::Complete);
        QCOMPARE(textCues(u"стоп", {}, Floor::Agent).cue, TextCue::Complete);
        QCOMPARE(textCues(u"which warehouse", {}, Floor::Agent).words, 2);
    }
};

QTEST_GUILESS_MAIN(TestTextCues)
#include "test_text_cues.moc"
