#pragma once
#include <QJsonValue>
#include <QList>
#include <QString>
#include <map>
#include <memory>
#include <optional>
#include <variant>

namespace vox {

// What an expression's parts are, as far as is known before a call. Number: int or double, as JSON has it. Dyn: anything.
enum class Type : std::uint8_t { Dyn, Null, Bool, Int, Double, Number, String, Timestamp, Duration, List, Map };

// "string", "number", "bool", "timestamp", "list", "map", "int", "double", "duration", "null"; all else is Dyn.
Type typeFromName(const QString &name);
QString typeName(Type type);
// Whether a value of type `have` may stand where `want` is needed; unknown ones may.
bool fits(Type have, Type want);

struct Timestamp { // microseconds since 1970, years 1 to 9999
    qint64 us = 0;
    friend auto operator<=>(const Timestamp &, const Timestamp &) = default;
};
struct Duration { // microseconds, up to 10,000 years
    qint64 us = 0;
    friend auto operator<=>(const Duration &, const Duration &) = default;
};

// A value of the expression language. Immutable, cheap to copy, any thread.
class Value {
public:
    struct KeyLess { bool operator()(const Value &a, const Value &b) const; };
    using List = QList<Value>;
    using Map = std::map<Value, Value, KeyLess>; // keys: bool, int, string

    Value() = default; // null
    Value(bool v) : m_data(v) {}
    Value(qint64 v) : m_data(v) {}
    Value(double v) : m_data(v) {}
    Value(QString v) : m_data(std::move(v)) {}
    Value(Timestamp v) : m_data(v) {}
    Value(Duration v) : m_data(v) {}
    Value(List v) : m_data(std::make_shared<const List>(std::move(v))) {}
    Value(Map v) : m_data(std::make_shared<const Map>(std::move(v))) {}

    Type type() const; // never Dyn or Number
    bool isNull() const { return type() == Type::Null; }
    bool isNumber() const { return type() == Type::Int || type() == Type::Double; }
    bool toBool() const { return std::get<bool>(m_data); }
    qint64 toInt() const { return std::get<qint64>(m_data); }
    double toDouble() const { return type() == Type::Int ? double(toInt()) : std::get<double>(m_data); } // of any number
    const QString &toString() const { return std::get<QString>(m_data); }
    Timestamp toTimestamp() const { return std::get<Timestamp>(m_data); }
    Duration toDuration() const { return std::get<Duration>(m_data); }
    const List &toList() const { return *std::get<std::shared_ptr<const List>>(m_data); }
    const Map &toMap() const { return *std::get<std::shared_ptr<const Map>>(m_data); }

    // Whole JSON numbers become int. Timestamps and durations are JSON strings: RFC 3339 and "90s".
    static Value fromJson(const QJsonValue &json);
    QJsonValue toJson() const;
    // CEL's equality: numbers by value, NaN never, different types never.
    friend bool operator==(const Value &a, const Value &b);

private:
    std::variant<std::monostate, bool, qint64, double, QString, Timestamp, Duration, std::shared_ptr<const List>,
                 std::shared_ptr<const Map>> m_data;
};

// Below, equal or above zero; nullopt: cannot be ordered (types differ, NaN). Strings by code points.
std::optional<int> compareValues(const Value &a, const Value &b);

// RFC 3339 with a zone, and CEL's durations ("1h30m", "2.5s", "-10ms"); nullopt: not one, or out of range.
std::optional<Timestamp> parseTimestamp(QStringView text);
std::optional<Duration> parseDuration(QStringView text);
QString timestampText(Timestamp time);
QString durationText(Duration duration);
bool inRange(Timestamp time);
bool inRange(Duration duration);

} // namespace vox
