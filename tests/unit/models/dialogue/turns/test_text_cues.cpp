#include "models/dialogue/turns/text_cues.h"
#include <QtTest>

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
        row("full sentence", u"Where is my order now."_s, {}, TextCue::Complete);
        row("question", u"Where is it?"_s, {}, TextCue::Complete);
        row("no stop", u"where is my order"_s, {}, TextCue::Neutral);
        row("yes", u"Yes."_s, {}, TextCue::Complete);
        row("да", u"да"_s, {}, TextCue::Complete);
        row("and", u"I would like a pizza and"_s, {}, TextCue::Trailing);
        row("потому что", u"я звоню потому что"_s, {}, TextCue::Trailing);
        row("my number is", u"My number is."_s, {}, TextCue::Trailing);
        row("меня зовут", u"меня зовут"_s, {}, TextCue::Trailing);
        row("comma", u"He was not an ill-disposed young man,"_s, {}, TextCue::Paused);
        row("comma after and", u"a pizza and,"_s, {}, TextCue::Trailing);
        row("a long sentence that ends in a small word", u"he might have been more respectable than he was."_s, {}, TextCue::Complete);
        row("ellipsis", u"I wanted to ask..."_s, {}, TextCue::Trailing);
        row("half a phone", u"eight nine one six"_s, u"phone"_s, TextCue::Unfinished);
        row("a phone", u"plus seven nine one six one two three four five six seven"_s, u"phone"_s, TextCue::Complete);
        row("телефон", u"девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь"_s, u"phone"_s, TextCue::Complete);
        row("пол-телефона", u"девятьсот шестнадцать сто"_s, u"phone"_s, TextCue::Unfinished);
        row("half a code", u"for two, zero"_s, u"order_code:5"_s, TextCue::Unfinished);
        row("a whole code", u"Four two zero one seven."_s, u"order_code:5"_s, TextCue::Complete);
        row("a whole code, written as words", u"For, two, zero, one, seven,"_s, u"order_code:5"_s, TextCue::Complete);
        row("letters and digits", u"A B 4 2"_s, u"order_code:4"_s, TextCue::Complete);
        row("код целиком", u"сорок два ноль семнадцать"_s, u"order_code:5"_s, TextCue::Complete);
        row("another wish instead of a code", u"I want to talk to a person."_s, u"order_code:5"_s, TextCue::Complete);
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
