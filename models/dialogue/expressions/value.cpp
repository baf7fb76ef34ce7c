#include "models/dialogue/expressions/value.h"
#include <QJsonArray>
#include <QJsonObject>
#include <array>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array typeNames{"any", "null", "bool", "int", "double", "number", "string", "timestamp", "duration", "list", "map"};

std::optional<int> compareIntDouble(qint64 whole, double real)
{
    if (std::isnan(real)) return std::nullopt;
    if (real >= 9223372036854775808.0) return -1;
    if (real < -9223372036854775808.0) return 1;
    const auto truncated = qint64(real);
    if (whole != truncated) return whole < truncated ? -1 : 1;
    const double rest = real - double(truncated);
    return rest > 0 ? -1 : rest < 0 ? 1 : 0;
}

std::optional<int> compareDoubles(double a, double b)
{
    if (std::isnan(a) || std::isnan(b)) return std::nullopt;
    return a < b ? -1 : a > b ? 1 : 0;
}

std::optional<int> compareNumbers(const Value &a, const Value &b)
{
    if (a.type() == Type::Int && b.type() == Type::Int) return a.toInt() < b.toInt() ? -1 : a.toInt() > b.toInt() ? 1 : 0;
    if (a.type() == Type::Int) return compareIntDouble(a.toInt(), b.toDouble());
    if (b.type() == Type::Int) {
        const auto turned = compareIntDouble(b.toInt(), a.toDouble());
        return turned ? std::optional(-*turned) : std::nullopt;
    }
    return compareDoubles(a.toDouble(), b.toDouble());
}

// By code points: a surrogate half sorts above everything in the basic plane.
int compareStrings(const QString &a, const QString &b)
{
    const auto rank = [](QChar c) { return int(c.unicode()) + (c.isSurrogate() ? 0x10000 : 0); };
    const qsizetype shared = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < shared; ++i)
        if (a[i] != b[i]) return rank(a[i]) < rank(b[i]) ? -1 : 1;
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

int family(const Value &value) { return value.type() == Type::Double ? int(Type::Int) : int(value.type()); }

} // namespace

Type typeFromName(const QString &name)
{
    for (std::size_t i = 0; i < typeNames.size(); ++i)
        if (name == QLatin1String(typeNames[i])) return Type(i);
    return Type::Dyn;
}

QString typeName(Type type) { return QString::fromLatin1(typeNames[std::size_t(type)]); }

bool fits(Type have, Type want)
{
    const auto number = [](Type t) { return t == Type::Int || t == Type::Double || t == Type::Number; };
    if (have == want || have == Type::Dyn || want == Type::Dyn) return true;
    return number(have) && number(want) && (have == Type::Number || want == Type::Number);
}

Type Value::type() const
{
    constexpr std::array types{Type::Null, Type::Bool, Type::Int, Type::Double, Type::String, Type::Timestamp, Type::Duration, Type::List, Type::Map};
    return types[m_data.index()];
}

bool Value::KeyLess::operator()(const Value &a, const Value &b) const
{
    if (family(a) != family(b)) return family(a) < family(b);
    return compareValues(a, b).value_or(0) < 0;
}

Value Value::fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool: return json.toBool();
    case QJsonValue::Double: {
        const double number = json.toDouble();
        if (number == std::floor(number) && std::abs(number) <= 9007199254740992.0) return qint64(number);
        return number;
    }
    case QJsonValue::String: return json.toString();
    case QJsonValue::Array: {
        List list;
        for (const QJsonValue &item : json.toArray()) list.append(fromJson(item));
        return list;
    }
    case QJsonValue::Object: {
        Map map;
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) map.emplace(it.key(), fromJson(it.value()));
        return map;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return {};
}

QJsonValue Value::toJson() const
{
    switch (type()) {
    case Type::Bool: return toBool();
    case Type::Int: return toInt();
    case Type::Double: return toDouble();
    case Type::String: return toString();
    case Type::Timestamp: return timestampText(toTimestamp());
    case Type::Duration: return durationText(toDuration());
    case Type::List: {
        QJsonArray array;
        for (const Value &item : toList()) array.append(item.toJson());
        return array;
    }
    case Type::Map: {
        QJsonObject object;
        for (const auto &[key, value] : toMap())
            object.insert(key.type() == Type::String ? key.toString() : key.toJson().toVariant().toString(), value.toJson());
        return object;
    }
    default: return QJsonValue::Null;
    }
}

bool operator==(const Value &a, const Value &b)
{
    if (a.isNumber() && b.isNumber()) return compareNumbers(a, b) == 0;
    if (a.type() != b.type()) return false;
    switch (a.type()) {
    case Type::List: return a.toList() == b.toList();
    case Type::Map: return a.toMap() == b.toMap();
    case Type::Null: return true;
    default: return compareValues(a, b) == 0;
    }
}

std::optional<int> compareValues(const Value &a, const Value &b)
{
    const auto order = [](const auto &x, const auto &y) { return x < y ? -1 : y < x ? 1 : 0; };
    if (a.isNumber() && b.isNumber()) return compareNumbers(a, b);
    if (a.type() != b.type()) return std::nullopt;
    switch (a.type()) {
    case Type::Bool: return order(a.toBool(), b.toBool());
    case Type::String: return compareStrings(a.toString(), b.toString());
    case Type::Timestamp: return order(a.toTimestamp(), b.toTimestamp());
    case Type::Duration: return order(a.toDuration(), b.toDuration());
    default: return std::nullopt;
    }
}

} // namespace vox
