#include "models/dialogue/expressions/value.h"
#include <QDateTime>
#include <QTimeZone>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1'000'000;
constexpr qint64 firstUs = -62135596800 * second;
constexpr qint64 lastUs = 253402300799 * second + 999'999;
constexpr qint64 longestUs = 315576000000 * second;

// `count` digits at `at`, or -1.
int digits(QStringView text, qsizetype at, int count)
{
    if (at + count > text.size()) return -1;
    int number = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        if (text[i] < u'0' || text[i] > u'9') return -1;
        number = number * 10 + (text[i].unicode() - '0');
    }
    return number;
}

// ".123456789" from `at` on as microseconds; moves `at` past it.
qint64 fraction(QStringView text, qsizetype &at)
{
    if (at >= text.size() || text[at] != u'.') return 0;
    qint64 us = 0, unit = second / 10;
    for (++at; at < text.size() && text[at] >= u'0' && text[at] <= u'9'; ++at, unit /= 10) us += (text[at].unicode() - '0') * unit;
    return us;
}

// Offset of a zone in seconds: "Z", "+03:00".
std::optional<int> zone(QStringView text)
{
    if (text == u'Z' || text == u'z') return 0;
    if (text.size() != 6 || text[3] != u':' || (text[0] != u'+' && text[0] != u'-')) return std::nullopt;
    const int hours = digits(text, 1, 2), minutes = digits(text, 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
    return (text[0] == u'-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

} // namespace

bool inRange(Timestamp time) { return time.us >= firstUs && time.us <= lastUs; }
bool inRange(Duration duration) { return duration.us >= -longestUs && duration.us <= longestUs; }

std::optional<Timestamp> parseTimestamp(QStringView text)
{
    if (text.size() < 20 || text.size() > 40 || text[4] != u'-' || text[7] != u'-' || text[13] != u':' || text[16] != u':'
        || (text[10] != u'T' && text[10] != u't' && text[10] != u' '))
        return std::nullopt;
    const QDate date(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), sec = digits(text, 17, 2);
    if (!date.isValid() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || sec < 0 || sec > 59) return std::nullopt;
    qsizetype at = 19;
    const qint64 us = fraction(text, at);
    const auto offset = zone(text.mid(at));
    if (!offset) return std::nullopt;
    const qint64 days = date.toJulianDay() - 2440588; // 1970-01-01
    const Timestamp time{(days * 86400 + hour * 3600 + minute * 60 + sec - *offset) * second + us};
    return inRange(time) ? std::optional(time) : std::nullopt;
}

std::optional<Duration> parseDuration(QStringView text)
{
    if (text.size() > 100) return std::nullopt;
    const bool negative = text.startsWith(u'-');
    qsizetype at = negative || text.startsWith(u'+') ? 1 : 0;
    if (text.mid(at) == u'0') return Duration{};
    double total = 0;
    bool any = false;
    while (at < text.size()) {
        const qsizetype start = at;
        while (at < text.size() && ((text[at] >= u'0' && text[at] <= u'9') || text[at] == u'.')) ++at;
        bool ok = false;
        const double amount = text.mid(start, at - start).toDouble(&ok);
        const qsizetype unitStart = at;
        while (at < text.size() && text[at].isLetter()) ++at;
        const QStringView unit = text.mid(unitStart, at - unitStart);
        const double us = unit == u"h" ? 3600e6 : unit == u"m" ? 60e6 : unit == u"s" ? 1e6 : unit == u"ms" ? 1e3
                        : unit == u"us" || unit == u"µs" ? 1.0 : unit == u"ns" ? 1e-3 : 0.0;
        if (!ok || us == 0.0) return std::nullopt;
        total += amount * us;
        any = true;
    }
    if (!any || total > double(longestUs)) return std::nullopt;
    return Duration{(negative ? -1 : 1) * qint64(std::llround(total))};
}

QString timestampText(Timestamp time)
{
    const qint64 seconds = time.us >= 0 ? time.us / second : -((-time.us + second - 1) / second);
    const qint64 rest = time.us - seconds * second;
    QString text = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    if (rest) {
        QString digits = u"%1"_s.arg(rest, 6, 10, QChar(u'0'));
        while (digits.endsWith(u'0')) digits.chop(1);
        text += u'.' + digits;
    }
    return text + u'Z';
}

QString durationText(Duration duration)
{
    const quint64 us = duration.us < 0 ? quint64(-duration.us) : quint64(duration.us);
    QString text = (duration.us < 0 ? u"-"_s : QString()) + QString::number(us / second);
    if (us % second) {
        QString digits = u"%1"_s.arg(us % second, 6, 10, QChar(u'0'));
        while (digits.endsWith(u'0')) digits.chop(1);
        text += u'.' + digits;
    }
    return text + u's';
}

} // namespace vox
