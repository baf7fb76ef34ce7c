#include "models/documents/canonical_json.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>
#include <charconv>
#include <cmath>

namespace vox {

namespace {

void writeString(QByteArray &out, const QString &text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\f': out += "\\f"; break;
        case '\r': out += "\\r"; break;
        default:
            if (uchar(c) < 0x20) {
                out += "\\u00";
                out += hex[uchar(c) >> 4];
                out += hex[uchar(c) & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

// ECMAScript's Number::toString (ECMA-262, 6.1.6.1.20): the shortest digits that read back, placed by their exponent.
void writeNumber(QByteArray &out, double number)
{
    if (number == 0 || !std::isfinite(number)) { // JSON has no infinities; Qt never gives one
        out += '0';
        return;
    }
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::fabs(number), std::chars_format::scientific).ptr;
    QByteArray digits;
    const char *at = buffer;
    for (; at != end && *at != 'e'; ++at)
        if (*at != '.') digits += *at;
    int exponent = 0;
    ++at;
    if (*at == '+') ++at;
    std::from_chars(at, end, exponent);
    const int point = exponent + 1; // digits before the decimal point
    const int count = int(digits.size());
    if (number < 0) out += '-';
    if (count <= point && point <= 21) {
        out += digits + QByteArray(point - count, '0');
    } else if (0 < point && point <= 21) {
        out += digits.first(point) + '.' + digits.sliced(point);
    } else if (-6 < point && point <= 0) {
        out += "0." + QByteArray(-point, '0') + digits;
    } else {
        out += digits.first(1);
        if (count > 1) out += '.' + digits.sliced(1);
        out += exponent < 0 ? "e-" : "e+";
        out += QByteArray::number(std::abs(exponent));
    }
}

QStringList sortedKeys(const QJsonObject &object)
{
    QStringList keys = object.keys();
    // QString compares by UTF-16 code units, which is the order RFC 8785 asks for.
    std::sort(keys.begin(), keys.end());
    return keys;
}

void writeCanonical(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: out += value.toBool() ? "true" : "false"; return;
    case QJsonValue::Double: writeNumber(out, value.toDouble()); return;
    case QJsonValue::String: writeString(out, value.toString()); return;
    case QJsonValue::Array: {
        out += '[';
        bool first = true;
        for (const QJsonValue &item : value.toArray()) {
            if (!std::exchange(first, false)) out += ',';
            writeCanonical(out, item);
        }
        out += ']';
        return;
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        out += '{';
        bool first = true;
        for (const QString &key : sortedKeys(object)) {
            if (!std::exchange(first, false)) out += ',';
            writeString(out, key);
            out += ':';
            writeCanonical(out, object.value(key));
        }
        out += '}';
        return;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined: out += "null"; return;
    }
}

bool isFlat(const QJsonValue &value)
{
    const auto scalar = [](const QJsonValue &item) { return !item.isObject() && !item.isArray(); };
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(), scalar);
    }
    const QJsonObject object = value.toObject();
    return std::all_of(object.begin(), object.end(), scalar);
}

// What is flat and fits 100 columns stands on one line, everything else one member a line.
class PrettyWriter {
public:
    QByteArray out;

    void value(const QJsonValue &value, const FieldInfo *info, int depth, qsizetype column)
    {
        const FieldList none;
        if (value.isObject() && !value.toObject().isEmpty())
            return members(value, info ? info->fields : none, depth, column);
        if (value.isArray() && !value.toArray().isEmpty()) return items(value, info, depth, column);
        writeCanonical(out, value);
    }

    void members(const QJsonValue &value, const FieldList &fields, int depth, qsizetype column)
    {
        const QJsonObject object = value.toObject();
        QList<std::pair<QString, const FieldInfo *>> order;
        const auto known = [&](const QString &key) {
            return std::any_of(order.begin(), order.end(), [&](const auto &row) { return row.first == key; });
        };
        if (object.contains(QLatin1String("id"))) order.append({QStringLiteral("id"), nullptr});
        for (const FieldInfo &field : fields)
            if (object.contains(field.key) && !known(field.key)) order.append({field.key, &field});
        for (const QString &key : sortedKeys(object))
            if (!known(key)) order.append({key, nullptr});

        const auto write = [&](const char *opening, const char *between, const char *closing, int below) {
            out += opening;
            bool first = true;
            for (const auto &[key, field] : order) {
                if (!std::exchange(first, false)) out += between;
                if (below) indent(below);
                writeString(out, key);
                out += ": ";
                this->value(object.value(key), field, below, 2 * below + key.size() + 4);
            }
            if (below) indent(depth);
            out += closing;
        };
        if (depth > 0 && isFlat(value) && tryLine([&] { write("{", ", ", "}", 0); }, column)) return;
        write("{", ",", "}", depth + 1);
    }

    void items(const QJsonValue &value, const FieldInfo *info, int depth, qsizetype column)
    {
        const auto write = [&](const char *between, int below) {
            out += '[';
            bool first = true;
            for (const QJsonValue &item : value.toArray()) {
                if (!std::exchange(first, false)) out += between;
                if (below) indent(below);
                this->value(item, info, below, 2 * below);
            }
            if (below) indent(depth);
            out += ']';
        };
        if (isFlat(value) && tryLine([&] { write(", ", 0); }, column)) return;
        write(",", depth + 1);
    }

private:
    template <typename Write> bool tryLine(Write write, qsizetype column)
    {
        const qsizetype start = out.size();
        write();
        const qsizetype width = QString::fromUtf8(out.constData() + start, out.size() - start).size();
        if (column + width <= 100) return true;
        out.truncate(start);
        return false;
    }

    void indent(int depth)
    {
        out += '\n';
        out += QByteArray(2 * depth, ' ');
    }
};

} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    writeCanonical(out, value);
    return out;
}

QByteArray prettyJson(const QJsonObject &object, const FieldList &order)
{
    PrettyWriter writer;
    if (object.isEmpty()) writer.out = "{}";
    else writer.members(object, order, 0, 0);
    return writer.out + '\n';
}

QString sha256Hex(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace vox
