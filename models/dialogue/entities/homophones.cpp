#include "models/dialogue/entities/homophones.h"
#include "models/dialogue/entities/number_words.h"
#include <QHash>
#include <QSet>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QString digitLike(const QString &word)
{
    static const QHash<QString, QString> digits{{u"for"_s, u"four"_s}, {u"fore"_s, u"four"_s}, {u"to"_s, u"two"_s}, {u"too"_s, u"two"_s},
                                                {u"won"_s, u"one"_s}, {u"ate"_s, u"eight"_s}, {u"oh"_s, u"zero"_s}, {u"o"_s, u"zero"_s},
                                                {u"owe"_s, u"zero"_s}, {u"sex"_s, u"six"_s}, {u"tree"_s, u"three"_s}};
    return digits.value(word);
}

// At the edge of a row these are more often themselves: "the code for one two three".
bool isCommon(const QString &word)
{
    static const QSet<QString> common{u"for"_s, u"to"_s, u"too"_s, u"o"_s, u"oh"_s};
    return common.contains(word);
}

bool isDigit(const QString &word)
{
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); })) return true;
    if (word == "double"_L1 || word == "triple"_L1) return true;
    const auto number = numberWord(word);
    return number && number->kind == NumberWord::Kind::Unit && !number->ordinal;
}

bool opensDictation(const QString &word)
{
    static const QSet<QString> openers{u"is"_s, u"s"_s, u"code"_s, u"number"_s, u"yes"_s, u"sure"_s, u"okay"_s, u"ok"_s, u"plus"_s};
    return openers.contains(word);
}

} // namespace

QList<Word> withDigitsHeard(QList<Word> words, Dictation dictation)
{
    for (qsizetype from = 0; from < words.size();) {
        qsizetype to = from, real = 0;
        while (to < words.size() && (isDigit(words[to].text) || !digitLike(words[to].text).isEmpty())) real += isDigit(words[to++].text);
        const bool first = from == 0 || opensDictation(words[from - 1].text), last = to == words.size();
        for (qsizetype i = from; real >= (dictation == Dictation::Shaped ? 1 : 2) && i < to; ++i) {
            const bool edge = (i == from && !first) || (i == to - 1 && !last);
            const bool range = dictation == Dictation::Free && real < 3 && (words[i].text == "to"_L1 || words[i].text == "for"_L1); // "two to three"
            const QString digit = digitLike(words[i].text);
            if (!digit.isEmpty() && !range && !(edge && isCommon(words[i].text))) words[i].text = digit;
        }
        from = std::max(to, from + 1);
    }
    return words;
}

} // namespace vox
