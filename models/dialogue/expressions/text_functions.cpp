#include "models/dialogue/expressions/functions.h"
#include <QRegularExpression>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Points = QList<uint>;

Points points(const Value &value) { return value.toString().toUcs4(); }
QString textOf(const Points &all, qint64 from, qint64 to)
{
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(all.constData()) + from, qsizetype(to - from));
}
Outcome outOfRange() { return Outcome::failed(u"index_out_of_range"_s); }

Outcome contains(const Value *a) { return Value(a[0].toString().contains(a[1].toString())); }
Outcome startsWith(const Value *a) { return Value(a[0].toString().startsWith(a[1].toString())); }
Outcome endsWith(const Value *a) { return Value(a[0].toString().endsWith(a[1].toString())); }

// A pattern may not take longer than the limit says, whoever wrote it.
Outcome matches(const Value *a)
{
    const QString &pattern = a[1].toString();
    if (pattern.size() > 1000) return Outcome::failed(u"too_long"_s);
    if (pattern.contains("(*"_L1)) return Outcome::failed(u"bad_pattern"_s, pattern);
    const QRegularExpression expression(u"(*LIMIT_MATCH=50000)(*LIMIT_DEPTH=2000)"_s + pattern,
                                        QRegularExpression::UseUnicodePropertiesOption);
    if (!expression.isValid()) return Outcome::failed(u"bad_pattern"_s, pattern);
    const QRegularExpressionMatch match = expression.match(a[0].toString());
    if (!match.isValid()) return Outcome::failed(u"pattern_too_costly"_s, pattern);
    return Value(match.hasMatch());
}

template <typename Change> Outcome ascii(const Value &value, Change change)
{
    QString text = value.toString();
    for (QChar &c : text) c = change(c);
    return Value(text);
}
Outcome lowerAscii(const Value *a) { return ascii(a[0], [](QChar c) { return c >= u'A' && c <= u'Z' ? QChar(c.unicode() + 32) : c; }); }
Outcome upperAscii(const Value *a) { return ascii(a[0], [](QChar c) { return c >= u'a' && c <= u'z' ? QChar(c.unicode() - 32) : c; }); }
Outcome lower(const Value *a) { return Value(a[0].toString().toLower()); }
Outcome upper(const Value *a) { return Value(a[0].toString().toUpper()); }
Outcome trim(const Value *a) { return Value(a[0].toString().trimmed()); }

Outcome splitUpTo(const QString &text, const QString &separator, qint64 limit)
{
    Value::List out;
    if (limit == 0) return Value(out);
    qsizetype at = 0;
    while (limit < 0 || out.size() + 1 < limit) {
        qsizetype found = separator.isEmpty() ? at + (at < text.size() && text[at].isHighSurrogate() ? 2 : 1) : text.indexOf(separator, at);
        if (found < 0 || (separator.isEmpty() && found >= text.size())) break;
        if (out.size() >= maxListLength) return Outcome::failed(u"too_large"_s);
        out.append(Value(text.mid(at, found - at)));
        at = found + separator.size();
    }
    out.append(Value(text.mid(at)));
    return Value(out);
}
Outcome split(const Value *a) { return splitUpTo(a[0].toString(), a[1].toString(), -1); }
Outcome splitLimited(const Value *a) { return splitUpTo(a[0].toString(), a[1].toString(), a[2].toInt()); }

Outcome replaceUpTo(const QString &text, const QString &what, const QString &with, qint64 limit)
{
    QString out;
    qsizetype at = 0;
    for (qint64 done = 0; limit < 0 || done < limit; ++done) {
        const qsizetype found = text.indexOf(what, at);
        if (found < 0) break;
        out += QStringView(text).mid(at, found - at);
        out += with;
        at = found + what.size();
        if (what.isEmpty()) {
            if (found >= text.size()) return Value(out);
            out += text[found];
            ++at;
        }
        if (out.size() > maxTextLength) return Outcome::failed(u"too_large"_s);
    }
    out += QStringView(text).mid(at);
    return Value(out);
}
Outcome replace(const Value *a) { return replaceUpTo(a[0].toString(), a[1].toString(), a[2].toString(), -1); }
Outcome replaceLimited(const Value *a) { return replaceUpTo(a[0].toString(), a[1].toString(), a[2].toString(), a[3].toInt()); }

Outcome substringOf(const Value &text, qint64 from, std::optional<qint64> end)
{
    const Points all = points(text);
    const qint64 to = end.value_or(all.size());
    if (from < 0 || to < from || to > all.size()) return outOfRange();
    return Value(textOf(all, from, to));
}
Outcome substring(const Value *a) { return substringOf(a[0], a[1].toInt(), std::nullopt); }
Outcome substringTo(const Value *a) { return substringOf(a[0], a[1].toInt(), a[2].toInt()); }
Outcome charAt(const Value *a)
{
    const Points all = points(a[0]);
    const qint64 at = a[1].toInt();
    if (at < 0 || at > all.size()) return outOfRange();
    return Value(at == all.size() ? QString() : textOf(all, at, at + 1));
}
// Offsets are counted in code points.
Outcome place(const QString &text, qsizetype found) { return Value(found < 0 ? qint64(-1) : qint64(text.left(found).toUcs4().size())); }
Outcome indexOf(const Value *a) { return place(a[0].toString(), a[0].toString().indexOf(a[1].toString())); }
Outcome lastIndexOf(const Value *a)
{
    return place(a[0].toString(), a[1].toString().isEmpty() ? a[0].toString().size() : a[0].toString().lastIndexOf(a[1].toString()));
}

Outcome joinWith(const Value &list, const QString &separator)
{
    QString out;
    bool first = true;
    for (const Value &item : list.toList()) {
        if (item.type() != Type::String) return Outcome::failed(u"no_overload"_s, u"join"_s);
        if (!first) out += separator;
        out += item.toString();
        first = false;
        if (out.size() > maxTextLength) return Outcome::failed(u"too_large"_s);
    }
    return Value(out);
}
Outcome join(const Value *a) { return joinWith(a[0], {}); }
Outcome joinSeparated(const Value *a) { return joinWith(a[0], a[1].toString()); }

constexpr Type S = Type::String, I = Type::Int, B = Type::Bool, L = Type::List;
const Function table[] = {
    {"contains", true, B, {S, S}, contains},
    {"startsWith", true, B, {S, S}, startsWith},
    {"endsWith", true, B, {S, S}, endsWith},
    {"matches", true, B, {S, S}, matches},
    {"matches", false, B, {S, S}, matches},
    {"lowerAscii", true, S, {S}, lowerAscii},
    {"upperAscii", true, S, {S}, upperAscii},
    {"lower", true, S, {S}, lower},
    {"upper", true, S, {S}, upper},
    {"trim", true, S, {S}, trim},
    {"split", true, L, {S, S}, split},
    {"split", true, L, {S, S, I}, splitLimited},
    {"replace", true, S, {S, S, S}, replace},
    {"replace", true, S, {S, S, S, I}, replaceLimited},
    {"substring", true, S, {S, I}, substring},
    {"substring", true, S, {S, I, I}, substringTo},
    {"charAt", true, S, {S, I}, charAt},
    {"indexOf", true, I, {S, S}, indexOf},
    {"lastIndexOf", true, I, {S, S}, lastIndexOf},
    {"join", true, S, {L}, join},
    {"join", true, S, {L, S}, joinSeparated},
};

} // namespace

extern const std::span<const Function> textFunctions;
const std::span<const Function> textFunctions{table};

} // namespace vox
