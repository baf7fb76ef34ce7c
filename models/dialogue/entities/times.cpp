#include "models/dialogue/entities/utterance.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

enum class Half { Unknown, Morning, Afternoon };

Half halfAt(const Utterance &said, qsizetype i, qsizetype &last)
{
    const QString &word = said.word(i);
    const auto take = [&](qsizetype to, Half half) { last = to; return half; };
    if (word == "am"_L1 || word == u"утра"_s || word == u"ночи"_s) return take(i, Half::Morning);
    if (word == "pm"_L1 || word == u"вечера"_s || word == u"дня"_s) return take(i, Half::Afternoon);
    if ((word == "a"_L1 || word == "p"_L1) && said.word(i + 1) == "m"_L1) return take(i + 1, word == "a"_L1 ? Half::Morning : Half::Afternoon);
    if (word == "in"_L1 && said.word(i + 1) == "the"_L1) {
        if (said.word(i + 2) == "morning"_L1) return take(i + 2, Half::Morning);
        if (said.word(i + 2) == "afternoon"_L1 || said.word(i + 2) == "evening"_L1) return take(i + 2, Half::Afternoon);
    }
    return Half::Unknown;
}

std::optional<Entity> give(const Utterance &said, int minutes, qsizetype first, qsizetype last, double confidence)
{
    const Half half = halfAt(said, last + 1, last);
    if (half == Half::Afternoon && minutes < 12 * 60) minutes += 12 * 60;
    if (half == Half::Morning && minutes >= 12 * 60 && minutes < 13 * 60) minutes -= 12 * 60;
    minutes = (minutes + 24 * 60) % (24 * 60);
    if (half != Half::Unknown) confidence = std::max(confidence, 0.95);
    return said.over(u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0')), first, last, confidence);
}

std::optional<int> hourAt(const Utterance &said, qsizetype i, qsizetype &last)
{
    const auto number = numberAt(said.numbers, i);
    if (number && number->value >= 0 && number->value <= 24 && number->value == int(number->value)) {
        last = i + number->count - 1;
        return int(number->value) % 24;
    }
    if (said.word(i) == u"час"_s) { last = i; return 1; }
    return std::nullopt;
}

// "half past three", "quarter to five", "половина пятого", "полпятого", "без четверти пять".
std::optional<Entity> relative(const Utterance &said, qsizetype i)
{
    qsizetype last = i;
    const QString &word = said.word(i);
    const bool half = word == "half"_L1, quarter = word == "quarter"_L1;
    if ((half || quarter) && (said.word(i + 1) == "past"_L1 || said.word(i + 1) == "to"_L1))
        if (const auto hour = hourAt(said, i + 2, last))
            return give(said, *hour * 60 + (said.word(i + 1) == "past"_L1 ? 1 : -1) * (half ? 30 : 15), i, last, 0.9);
    if (word == u"половина"_s || word == u"половину"_s || word == u"половине"_s)
        if (const auto hour = hourAt(said, i + 1, last)) return give(said, *hour * 60 - 30, i, last, 0.9);
    if (word.startsWith(u"пол"_s) && word.size() > 5) {
        const Utterance rest(word.mid(3));
        if (rest.numbers.size() == 1 && rest.numbers[0].ordinal && rest.numbers[0].value <= 12) return give(said, int(rest.numbers[0].value) * 60 - 30, i, i, 0.9);
    }
    if (word == u"без"_s) {
        qsizetype at = i + 2;
        int minutes = said.word(i + 1) == u"четверти"_s ? 15 : 0;
        if (const auto number = numberAt(said.numbers, i + 1); number && number->value < 60) {
            minutes = int(number->value);
            at = number->first + number->count;
            if (said.word(at).startsWith(u"минут"_s)) ++at;
        }
        if (minutes > 0)
            if (const auto hour = hourAt(said, at, last)) return give(said, *hour * 60 - minutes, i, last, 0.9);
    }
    return std::nullopt;
}

// "15:30", "3 pm", "at five thirty", "в пятнадцать тридцать", "в пять часов вечера".
std::optional<Entity> plain(const Utterance &said, qsizetype i)
{
    qsizetype last = i;
    const auto hour = hourAt(said, i, last);
    if (!hour) return std::nullopt;
    const qsizetype hourLast = last;
    int minutes = 0;
    bool sure = said.word(last) == u"час"_s;
    if (said.word(last + 1).startsWith(u"час"_s) || said.word(last + 1) == "o"_L1) {
        last += said.word(last + 1) == "o"_L1 && said.word(last + 2) == "clock"_L1 ? 2 : 1;
        sure = true;
    }
    if (const auto rest = numberAt(said.numbers, last + 1); rest && rest->value < 60 && (rest->digits.size() == 2 || sure)) {
        const Word &a = said.words[hourLast];
        const bool colon = a.start + a.length < said.text.size() && said.text[a.start + a.length] == u':';
        minutes = int(rest->value);
        last = rest->first + rest->count - 1;
        if (said.word(last + 1).startsWith(u"минут"_s)) ++last;
        sure = sure || colon;
    }
    qsizetype probe = last;
    const bool half = halfAt(said, last + 1, probe) != Half::Unknown;
    const QString &before = said.word(i - 1);
    const bool asked = before == "at"_L1 || before == u"в"_s || before == u"к"_s || before == "by"_L1;
    if (!sure && !half && !asked && said.words.size() > last - i + 2) return std::nullopt;
    return give(said, *hour * 60 + minutes, i, last, sure || half ? 0.95 : asked ? 0.8 : 0.5);
}

} // namespace

std::optional<Entity> findTime(const Utterance &said)
{
    for (qsizetype i = 0; i < said.words.size(); ++i) {
        if (said.word(i) == "noon"_L1 || said.word(i) == u"полдень"_s) return give(said, 12 * 60, i, i, 1);
        if (said.word(i) == "midnight"_L1 || said.word(i) == u"полночь"_s) return give(said, 0, i, i, 1);
        if (auto found = relative(said, i)) return found;
        if (auto found = plain(said, i)) return found;
    }
    return std::nullopt;
}

} // namespace vox
