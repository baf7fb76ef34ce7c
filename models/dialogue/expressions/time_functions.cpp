#include "models/dialogue/expressions/functions.h"
#include <QDateTime>
#include <QTimeZone>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

Outcome same(const Value *a) { return a[0]; }

Outcome timestampOfText(const Value *a)
{
    const auto time = parseTimestamp(a[0].toString());
    return time ? Outcome(Value(*time)) : Outcome::failed(u"bad_conversion"_s, a[0].toString());
}
Outcome timestampOfInt(const Value *a)
{
    const qint64 seconds = a[0].toInt();
    if (seconds < -62135596800 || seconds > 253402300799) return Outcome::failed(u"overflow"_s);
    return Value(Timestamp{seconds * 1'000'000});
}
Outcome durationOfText(const Value *a)
{
    const auto duration = parseDuration(a[0].toString());
    return duration ? Outcome(Value(*duration)) : Outcome::failed(u"bad_conversion"_s, a[0].toString());
}

// The wall clock's reading at `time` in UTC, or in the zone that the second argument names ("+03:00", "Europe/Moscow").
std::optional<QDateTime> reading(const Value &time, const Value *zone)
{
    const qint64 us = time.toTimestamp().us;
    const qint64 ms = us >= 0 ? us / 1000 : -((-us + 999) / 1000);
    if (!zone) return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    QString name = zone->toString();
    if (!name.isEmpty() && name[0].isDigit()) name.prepend(u'+'); // CEL allows "02:00"
    if (name.startsWith(u'+') || name.startsWith(u'-')) {
        const QStringList parts = name.mid(1).split(u':');
        bool ok = parts.size() == 2, okMinutes = ok;
        const int hours = ok ? parts[0].toInt(&ok) : 0, minutes = ok ? parts[1].toInt(&okMinutes) : 0;
        if (!ok || !okMinutes || hours > 14 || minutes > 59 || hours < 0 || minutes < 0) return std::nullopt;
        return QDateTime::fromMSecsSinceEpoch(ms, Qt::OffsetFromUTC, (name[0] == u'-' ? -1 : 1) * (hours * 3600 + minutes * 60));
    }
    const QTimeZone named(name.toLatin1());
    if (!named.isValid()) return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(ms, named);
}

using Read = qint64 (*)(const QDateTime &);
template <Read read> Outcome inUtc(const Value *a) { return Value(read(*reading(a[0], nullptr))); }
template <Read read> Outcome inZone(const Value *a)
{
    const auto time = reading(a[0], a + 1);
    return time ? Outcome(Value(read(*time))) : Outcome::failed(u"unknown_time_zone"_s, a[1].toString());
}

qint64 year(const QDateTime &t) { return t.date().year(); }
qint64 month(const QDateTime &t) { return t.date().month() - 1; }
qint64 day(const QDateTime &t) { return t.date().day(); }
qint64 dayFromZero(const QDateTime &t) { return t.date().day() - 1; }
qint64 dayOfYear(const QDateTime &t) { return t.date().dayOfYear() - 1; }
qint64 weekday(const QDateTime &t) { return t.date().dayOfWeek() % 7; }
qint64 hours(const QDateTime &t) { return t.time().hour(); }
qint64 minutes(const QDateTime &t) { return t.time().minute(); }
qint64 seconds(const QDateTime &t) { return t.time().second(); }
qint64 milliseconds(const QDateTime &t) { return t.time().msec(); }

template <qint64 unit> Outcome whole(const Value *a) { return Value(a[0].toDuration().us / unit); }
Outcome restMilliseconds(const Value *a) { return Value(a[0].toDuration().us / 1000 % 1000); }

constexpr Type T = Type::Timestamp, D = Type::Duration, S = Type::String, I = Type::Int;
const Function table[] = {
    {"timestamp", false, T, {S}, timestampOfText},
    {"timestamp", false, T, {I}, timestampOfInt},
    {"timestamp", false, T, {T}, same},
    {"duration", false, D, {S}, durationOfText},
    {"duration", false, D, {D}, same},
    {"getFullYear", true, I, {T}, inUtc<year>}, {"getFullYear", true, I, {T, S}, inZone<year>},
    {"getMonth", true, I, {T}, inUtc<month>}, {"getMonth", true, I, {T, S}, inZone<month>},
    {"getDate", true, I, {T}, inUtc<day>}, {"getDate", true, I, {T, S}, inZone<day>},
    {"getDayOfMonth", true, I, {T}, inUtc<dayFromZero>}, {"getDayOfMonth", true, I, {T, S}, inZone<dayFromZero>},
    {"getDayOfYear", true, I, {T}, inUtc<dayOfYear>}, {"getDayOfYear", true, I, {T, S}, inZone<dayOfYear>},
    {"getDayOfWeek", true, I, {T}, inUtc<weekday>}, {"getDayOfWeek", true, I, {T, S}, inZone<weekday>},
    {"getHours", true, I, {T}, inUtc<hours>}, {"getHours", true, I, {T, S}, inZone<hours>},
    {"getMinutes", true, I, {T}, inUtc<minutes>}, {"getMinutes", true, I, {T, S}, inZone<minutes>},
    {"getSeconds", true, I, {T}, inUtc<seconds>}, {"getSeconds", true, I, {T, S}, inZone<seconds>},
    {"getMilliseconds", true, I, {T}, inUtc<milliseconds>}, {"getMilliseconds", true, I, {T, S}, inZone<milliseconds>},
    {"getHours", true, I, {D}, whole<3'600'000'000>},
    {"getMinutes", true, I, {D}, whole<60'000'000>},
    {"getSeconds", true, I, {D}, whole<1'000'000>},
    {"getMilliseconds", true, I, {D}, restMilliseconds},
};

} // namespace

extern const std::span<const Function> timeFunctions;
const std::span<const Function> timeFunctions{table};

} // namespace vox
