#include "models/dialogue/entities/utterance.h"
#include <QDate>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

bool startsWithAny(const QString &word, const QStringList &stems)
{
    for (const QString &stem : stems)
        if (word.startsWith(stem)) return true;
    return false;
}

// 1..12, 0: no month. Russian months in every case.
int monthOf(const QString &word)
{
    static const QStringList english{u"january"_s, u"february"_s, u"march"_s, u"april"_s, u"may"_s, u"june"_s, u"july"_s, u"august"_s, u"september"_s, u"october"_s, u"november"_s, u"december"_s};
    static const QStringList russian{u"январ"_s, u"феврал"_s, u"март"_s, u"апрел"_s, u"мая"_s, u"июн"_s, u"июл"_s, u"август"_s, u"сентябр"_s, u"октябр"_s, u"ноябр"_s, u"декабр"_s};
    for (int i = 0; i < 12; ++i) {
        const bool shortened = word.size() >= 3 && english[i].startsWith(word) && word != "mar"_L1;
        if (shortened || (word.startsWith(russian[i]) && word.size() <= russian[i].size() + 3)) return i + 1;
    }
    return word == u"май"_s || word == u"мае"_s || word == u"маю"_s ? 5 : 0;
}

// 1 Monday .. 7 Sunday, 0: none.
int weekdayOf(const QString &word)
{
    static const QStringList english{u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s};
    static const QStringList russian{u"понедельник"_s, u"вторник"_s, u"сред"_s, u"четверг"_s, u"пятниц"_s, u"суббот"_s, u"воскресень"_s};
    for (int i = 0; i < 7; ++i)
        if (word == english[i] || (word.startsWith(russian[i]) && word.size() <= russian[i].size() + 2)) return i + 1;
    return 0;
}

class DateFinder {
public:
    DateFinder(const Utterance &said, QDate today) : m_said(said), m_today(today) {}

    std::optional<Entity> find()
    {
        for (qsizetype i = 0; i < m_said.words.size(); ++i) {
            for (const auto rule : {&DateFinder::written, &DateFinder::near, &DateFinder::inSome, &DateFinder::dayAndMonth, &DateFinder::weekday})
                if (auto found = (this->*rule)(i)) return found;
        }
        return std::nullopt;
    }

private:
    std::optional<Entity> give(QDate date, qsizetype first, qsizetype last, double confidence) const
    {
        if (!date.isValid() || date.year() < 1900 || date.year() > 2200) return std::nullopt;
        return m_said.over(date.toString(Qt::ISODate), first, last, confidence);
    }

    int digits(qsizetype i) const
    {
        bool ok = false;
        const int number = m_said.word(i).toInt(&ok);
        return ok ? number : -1;
    }
    bool touches(qsizetype i, QChar sign) const
    {
        if (i + 1 >= m_said.words.size()) return false;
        const Word &a = m_said.words[i];
        return m_said.words[i + 1].start == a.start + a.length + 1 && m_said.text[a.start + a.length] == sign;
    }

    // 2026-05-03, 03.05.2026, 3.5
    std::optional<Entity> written(qsizetype i) const
    {
        if (touches(i, u'-') && touches(i + 1, u'-') && m_said.word(i).size() == 4)
            return give(QDate(digits(i), digits(i + 1), digits(i + 2)), i, i + 2, 1);
        if (!touches(i, u'.') || digits(i) < 1 || digits(i + 1) < 1 || m_said.word(i + 1).size() != 2) return std::nullopt;
        if (touches(i + 1, u'.') && m_said.word(i + 2).size() == 4) return give(QDate(digits(i + 2), digits(i + 1), digits(i)), i, i + 2, 1);
        return give(next(digits(i), digits(i + 1)), i, i + 1, 0.8);
    }

    std::optional<Entity> near(qsizetype i) const
    {
        const QString &word = m_said.word(i);
        if (word == "today"_L1 || word == u"сегодня"_s) return give(m_today, i, i, 1);
        if (word == "yesterday"_L1 || word == u"вчера"_s) return give(m_today.addDays(-1), i, i, 1);
        if (word == u"позавчера"_s) return give(m_today.addDays(-2), i, i, 1);
        if (word == u"послезавтра"_s) return give(m_today.addDays(2), i, i, 1);
        if (word == "day"_L1 && m_said.word(i + 1) == "after"_L1 && m_said.word(i + 2) == "tomorrow"_L1) return give(m_today.addDays(2), i, i + 2, 1);
        if (word == "tomorrow"_L1 || word == u"завтра"_s) return give(m_today.addDays(1), i, i, 1);
        return std::nullopt;
    }

    // "in three days", "in a week", "через неделю", "через два месяца".
    std::optional<Entity> inSome(qsizetype i) const
    {
        const bool english = m_said.word(i) == "in"_L1;
        if (!english && m_said.word(i) != u"через"_s) return std::nullopt;
        qsizetype unit = i + 1;
        qint64 count = 1;
        if (const auto number = numberAt(m_said.numbers, i + 1)) {
            if (number->value > 1000) return std::nullopt;
            count = qint64(number->value);
            unit = number->first + number->count;
        } else if (english && (m_said.word(unit) == "a"_L1 || m_said.word(unit) == "an"_L1)) {
            ++unit;
        } else if (m_said.word(unit) == u"пару"_s) {
            count = 2;
            ++unit;
        }
        const QString &word = m_said.word(unit);
        if (word == "day"_L1 || word == "days"_L1 || word == u"день"_s || word == u"дня"_s || word == u"дней"_s) return give(m_today.addDays(count), i, unit, 1);
        if (word.startsWith("week"_L1) || startsWithAny(word, {u"недел"_s})) return give(m_today.addDays(7 * count), i, unit, 1);
        if (word.startsWith("month"_L1) || startsWithAny(word, {u"месяц"_s})) return give(m_today.addMonths(int(count)), i, unit, 1);
        if (word.startsWith("year"_L1) || word == u"год"_s || word == u"года"_s || word == u"лет"_s) return give(m_today.addYears(int(count)), i, unit, 1);
        return std::nullopt;
    }

    // The next such day from today on.
    QDate next(int day, int month) const
    {
        for (int year = m_today.year(); year < m_today.year() + 9; ++year)
            if (const QDate date(year, month, day); date.isValid() && date >= m_today) return date;
        return {};
    }
    QDate dated(int day, int month, qsizetype &last) const
    {
        qsizetype at = last + 1;
        if (m_said.word(at) == "of"_L1) ++at;
        const auto year = numberAt(m_said.numbers, at);
        if (!year || year->value < 1900 || year->value > 2200) return next(day, month);
        last = at + year->count - 1;
        if (m_said.word(last + 1).startsWith(u"год"_s)) ++last;
        return QDate(int(year->value), month, day);
    }

    // "third of May", "3 мая", "May 3rd".
    std::optional<Entity> dayAndMonth(qsizetype i) const
    {
        if (const auto number = numberAt(m_said.numbers, i); number && number->value >= 1 && number->value <= 31) {
            qsizetype last = i + number->count;
            if (m_said.word(last) == "of"_L1 || m_said.word(last) == u"го"_s) ++last;
            if (const int month = monthOf(m_said.word(last))) {
                const QDate date = dated(int(number->value), month, last);
                return give(date, i, last, 0.95);
            }
        }
        const int month = monthOf(m_said.word(i));
        if (!month) return std::nullopt;
        const qsizetype at = m_said.word(i + 1) == "the"_L1 ? i + 2 : i + 1;
        const auto number = numberAt(m_said.numbers, at);
        if (!number || number->value < 1 || number->value > 31) return std::nullopt;
        qsizetype last = at + number->count - 1;
        const QDate date = dated(int(number->value), month, last);
        return give(date, i, last, 0.9);
    }

    // The coming one; today's name means a week from now.
    std::optional<Entity> weekday(qsizetype i) const
    {
        const int day = weekdayOf(m_said.word(i));
        if (!day) return std::nullopt;
        int ahead = (day - m_today.dayOfWeek() + 7) % 7;
        if (ahead == 0) ahead = 7;
        return give(m_today.addDays(ahead), i, i, 0.9);
    }

    const Utterance &m_said;
    QDate m_today;
};

} // namespace

std::optional<Entity> findDate(const Utterance &said, const EntityContext &context)
{
    const qint64 seconds = context.now.value / 1000 + context.utcOffsetMinutes * 60;
    const QDate today = QDate::fromJulianDay(2440588 + seconds / 86400);
    return DateFinder(said, today).find();
}

} // namespace vox
