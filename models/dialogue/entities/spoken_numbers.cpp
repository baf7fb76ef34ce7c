#include "models/dialogue/entities/spoken_numbers.h"
#include "models/dialogue/entities/number_words.h"
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Kind = NumberWord::Kind;

bool isDigits(const QString &word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// "3rd", "3-го" (as "3", "го" it is two words): digits of an ordinal.
QString ordinalDigits(const QString &word)
{
    for (const QString &ending : {u"st"_s, u"nd"_s, u"rd"_s, u"th"_s, u"го"_s, u"е"_s, u"ое"_s, u"ого"_s})
        if (word.endsWith(ending) && isDigits(word.chopped(ending.size()))) return word.chopped(ending.size());
    return {};
}

// Reads one number from a place on.
class Reader {
public:
    Reader(const QList<Word> &words, qsizetype at) : m_words(words), m_first(at), m_at(at) {}

    std::optional<SpokenNumber> read()
    {
        const QString &word = text();
        if (isDigits(word)) return digits();
        if (const QString ordinal = ordinalDigits(word); !ordinal.isEmpty()) return finish(ordinal.toDouble(), ordinal, 1, true);
        if (word == "double"_L1 || word == "triple"_L1) return repeated(word == "double"_L1 ? 2 : 3);
        const auto first = numberWord(word);
        if (!first) return std::nullopt;
        if (first->kind == Kind::Whole) return withScale(*first);
        return words();
    }

private:
    const QString &text(qsizetype ahead = 0) const
    {
        static const QString none;
        return m_at + ahead < m_words.size() ? m_words[m_at + ahead].text : none;
    }

    SpokenNumber finish(double value, const QString &digits, qsizetype count, bool ordinal = false) const
    {
        return {value, digits, m_first, count, ordinal};
    }

    std::optional<SpokenNumber> digits()
    {
        const QString whole = text().left(18);
        return finish(whole.toDouble(), whole, 1);
    }

    std::optional<SpokenNumber> repeated(int times)
    {
        const auto next = numberWord(text(1));
        const QString digit = isDigits(text(1)) && text(1).size() == 1 ? text(1) : next && next->kind == Kind::Unit ? QString::number(next->value) : QString();
        if (digit.isEmpty()) return std::nullopt;
        const QString all = digit.repeated(times);
        return finish(all.toDouble(), all, 2);
    }

    std::optional<SpokenNumber> withScale(const NumberWord &first)
    {
        const auto times = numberWord(text(1));
        if (times && times->kind == Kind::Times) return finish(first.value * times->value, {}, 2);
        return finish(first.value, {}, 1);
    }

    // Hundreds, tens, units in falling order; "times" multiplies what came before it.
    std::optional<SpokenNumber> words()
    {
        double total = 0, group = 0;
        int room = 1000; // what may still be added to the group is below this
        bool ordinal = false, any = false;
        double lastScale = 1e18;
        while (!ordinal && m_at < m_words.size()) {
            if (any && text() == "and"_L1 && room >= 100) {
                const auto after = numberWord(text(1));
                if (!after || after->kind == Kind::Times || (total == 0 && group < 100)) break;
                ++m_at;
            }
            const auto word = numberWord(text());
            if (!word || word->kind == Kind::Whole) break;
            if (word->kind == Kind::Times) {
                if (word->value == 100) { // "two hundred"
                    if (group > 9 || (any && group == 0)) break;
                    group = (group > 0 ? group : 1) * 100;
                    room = 100;
                } else {
                    if (word->value >= lastScale || (any && group == 0)) break;
                    total += (group > 0 ? group : 1) * word->value;
                    lastScale = word->value;
                    group = 0;
                    room = 1000;
                }
            } else {
                const int least = word->kind == Kind::Hundred ? 1000 : word->kind == Kind::Ten ? 100 : word->kind == Kind::Teen ? 100 : 10;
                if (room < least || (word->value == 0 && any)) break;
                group += word->value;
                room = word->kind == Kind::Hundred ? 100 : word->kind == Kind::Ten ? 10 : 0;
                if (word->value == 0) room = 0;
            }
            any = true;
            ordinal = word->ordinal;
            ++m_at;
        }
        if (!any) return std::nullopt;
        return fraction(total + group, ordinal);
    }

    // "two point five", "два с половиной", "две целых пять десятых".
    SpokenNumber fraction(double value, bool ordinal)
    {
        const QString digits = value < 1e15 ? QString::number(qint64(value)) : QString();
        if (!ordinal && (text() == "point"_L1 || text() == u"точка"_s)) {
            QString after;
            qsizetype used = 1;
            for (auto unit = numberWord(text(used)); unit && unit->kind == Kind::Unit; unit = numberWord(text(++used))) after += QString::number(unit->value);
            if (!after.isEmpty()) return finish((digits + u'.' + after).toDouble(), {}, m_at + used - m_first);
        }
        if (!ordinal && text() == u"с"_s && text(1) == u"половиной"_s) return finish(value + 0.5, {}, m_at + 2 - m_first);
        if (!ordinal && text() == "and"_L1 && text(1) == "a"_L1 && text(2) == "half"_L1) return finish(value + 0.5, {}, m_at + 3 - m_first);
        return finish(value, digits, m_at - m_first, ordinal);
    }

    const QList<Word> &m_words;
    qsizetype m_first;
    qsizetype m_at;
};

} // namespace

QList<SpokenNumber> spokenNumbers(const QList<Word> &words)
{
    QList<SpokenNumber> numbers;
    for (qsizetype i = 0; i < words.size();) {
        const auto number = Reader(words, i).read();
        if (number) numbers.append(*number);
        i += number ? number->count : 1;
    }
    return numbers;
}

std::optional<SpokenNumber> numberAt(const QList<SpokenNumber> &numbers, qsizetype word)
{
    for (const SpokenNumber &number : numbers)
        if (number.first == word) return number;
    return std::nullopt;
}

} // namespace vox
