#include "models/dialogue/expressions/functions.h"
#include <QLocale>
#include <cmath>

namespace vox {

// The families, each in its file.
extern const std::span<const Function> textFunctions;
extern const std::span<const Function> timeFunctions;

using namespace Qt::StringLiterals;

namespace {

Outcome cannotConvert(const Value &value) { return Outcome::failed(u"bad_conversion"_s, typeName(value.type())); }

Outcome sizeOfText(const Value *a)
{
    const QString &text = a[0].toString();
    qint64 size = text.size();
    for (const QChar c : text)
        if (c.isLowSurrogate()) --size;
    return Value(size);
}
Outcome sizeOfList(const Value *a) { return Value(qint64(a[0].toList().size())); }
Outcome sizeOfMap(const Value *a) { return Value(qint64(a[0].toMap().size())); }
Outcome same(const Value *a) { return a[0]; }

Outcome intOfDouble(const Value *a)
{
    const double number = a[0].toDouble();
    if (!(number > -9223372036854775808.0 && number < 9223372036854775808.0)) return Outcome::failed(u"overflow"_s);
    return Value(qint64(number));
}
Outcome intOfText(const Value *a)
{
    bool ok = false;
    const qint64 number = a[0].toString().toLongLong(&ok);
    return ok ? Outcome(Value(number)) : cannotConvert(a[0]);
}
Outcome intOfTime(const Value *a)
{
    const qint64 us = a[0].toTimestamp().us;
    return Value(us >= 0 ? us / 1'000'000 : -((-us + 999'999) / 1'000'000));
}
Outcome doubleOf(const Value *a) { return Value(a[0].toDouble()); }
Outcome doubleOfText(const Value *a)
{
    const QString &text = a[0].toString();
    if (text == "NaN"_L1) return Value(std::nan(""));
    if (text == "Infinity"_L1 || text == "+Infinity"_L1) return Value(INFINITY);
    if (text == "-Infinity"_L1) return Value(-double(INFINITY));
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok ? Outcome(Value(number)) : cannotConvert(a[0]);
}
Outcome textOf(const Value *a)
{
    switch (a[0].type()) {
    case Type::Bool: return Value(a[0].toBool() ? u"true"_s : u"false"_s);
    case Type::Int: return Value(QString::number(a[0].toInt()));
    case Type::Double: {
        const double number = a[0].toDouble();
        if (std::isinf(number)) return Value(number > 0 ? u"+Infinity"_s : u"-Infinity"_s);
        if (std::isnan(number)) return Value(u"NaN"_s);
        return Value(QString::number(number, 'g', QLocale::FloatingPointShortest));
    }
    case Type::Timestamp: return Value(timestampText(a[0].toTimestamp()));
    case Type::Duration: return Value(durationText(a[0].toDuration()));
    case Type::String: return a[0];
    default: return cannotConvert(a[0]);
    }
}
Outcome boolOfText(const Value *a)
{
    const QString text = a[0].toString();
    for (const auto &yes : {u"true"_s, u"True"_s, u"TRUE"_s, u"t"_s, u"1"_s})
        if (text == yes) return Value(true);
    for (const auto &no : {u"false"_s, u"False"_s, u"FALSE"_s, u"f"_s, u"0"_s})
        if (text == no) return Value(false);
    return cannotConvert(a[0]);
}

const Function conversions[] = {
    {"size", false, Type::Int, {Type::String}, sizeOfText},
    {"size", false, Type::Int, {Type::List}, sizeOfList},
    {"size", false, Type::Int, {Type::Map}, sizeOfMap},
    {"size", true, Type::Int, {Type::String}, sizeOfText},
    {"size", true, Type::Int, {Type::List}, sizeOfList},
    {"size", true, Type::Int, {Type::Map}, sizeOfMap},
    {"dyn", false, Type::Dyn, {Type::Dyn}, same},
    {"int", false, Type::Int, {Type::Int}, same},
    {"int", false, Type::Int, {Type::Double}, intOfDouble},
    {"int", false, Type::Int, {Type::String}, intOfText},
    {"int", false, Type::Int, {Type::Timestamp}, intOfTime},
    {"double", false, Type::Double, {Type::Int}, doubleOf},
    {"double", false, Type::Double, {Type::Double}, same},
    {"double", false, Type::Double, {Type::String}, doubleOfText},
    {"string", false, Type::String, {Type::Bool}, textOf},
    {"string", false, Type::String, {Type::Int}, textOf},
    {"string", false, Type::String, {Type::Double}, textOf},
    {"string", false, Type::String, {Type::String}, textOf},
    {"string", false, Type::String, {Type::Timestamp}, textOf},
    {"string", false, Type::String, {Type::Duration}, textOf},
    {"bool", false, Type::Bool, {Type::Bool}, same},
    {"bool", false, Type::Bool, {Type::String}, boolOfText},
};

} // namespace

std::span<const Function> functions()
{
    static const std::vector<Function> all = [] {
        std::vector<Function> list(std::begin(conversions), std::end(conversions));
        list.insert(list.end(), textFunctions.begin(), textFunctions.end());
        list.insert(list.end(), timeFunctions.begin(), timeFunctions.end());
        return list;
    }();
    return all;
}

} // namespace vox
