#include "models/dialogue/expressions/template_text.h"
#include "models/dialogue/expressions/functions.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QUrl>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// Where the expression that begins at `from` ends: at the brace that closes it, past strings and maps; -1: nowhere.
qsizetype closingBrace(const QString &text, qsizetype from)
{
    int depth = 0;
    QChar quote;
    for (qsizetype i = from; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            if (c == u'\\') ++i;
            else if (c == quote) quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'{') {
            ++depth;
        } else if (c == u'}' && depth-- == 0) {
            return i;
        }
    }
    return -1;
}

Error located(const QString &text, const QString &reason, qsizetype offset)
{
    return Error(Error::Code::ExpressionInvalid, {text.left(200), reason, QString::number(offset), {}});
}

QString plain(const Value &value)
{
    if (value.isNull()) return {};
    if (value.type() == Type::List) return QString::fromUtf8(QJsonDocument(value.toJson().toArray()).toJson(QJsonDocument::Compact));
    if (value.type() == Type::Map) return QString::fromUtf8(QJsonDocument(value.toJson().toObject()).toJson(QJsonDocument::Compact));
    if (value.type() == Type::Double) return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return value.toJson().toVariant().toString();
}

QString spokenList(const Value::List &list, const QString &language)
{
    QString out;
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (i > 0) out += i + 1 < list.size() ? u", "_s : language.startsWith("ru"_L1) ? u" и "_s : u" and "_s;
        out += spoken(list[i], language);
    }
    return out;
}

QString spokenTime(Timestamp time, const QString &language)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(time.us / 1000, Qt::UTC);
    const bool russian = language.startsWith("ru"_L1);
    const QString day = QLocale(russian ? QLocale::Russian : QLocale::English).toString(at.date(), russian ? u"d MMMM"_s : u"MMMM d"_s);
    if (at.time() == QTime(0, 0)) return day;
    return day + (russian ? u" в "_s : u" at "_s) + at.time().toString(u"H:mm"_s);
}

QString spokenNumber(double number, const QString &language)
{
    QString text = QString::number(number, 'f', 2);
    while (text.endsWith(u'0')) text.chop(1);
    if (text.endsWith(u'.')) text.chop(1);
    return language.startsWith("ru"_L1) ? text.replace(u'.', u',') : text;
}

} // namespace

QString spoken(const Value &value, const QString &language)
{
    const bool russian = language.startsWith("ru"_L1);
    switch (value.type()) {
    case Type::Bool: return value.toBool() ? (russian ? u"да"_s : u"yes"_s) : (russian ? u"нет"_s : u"no"_s);
    case Type::Double: return spokenNumber(value.toDouble(), language);
    case Type::Timestamp: return spokenTime(value.toTimestamp(), language);
    case Type::List: return spokenList(value.toList(), language);
    case Type::Map: return {};
    default: return plain(value);
    }
}

Result<TemplateText> TemplateText::compile(const QString &text, const Scope &scope)
{
    TemplateText out;
    QString run;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if ((c == u'{' || c == u'}') && i + 1 < text.size() && text[i + 1] == c) {
            run += c;
            ++i;
        } else if (c == u'}') {
            return located(text, u"stray_brace"_s, i);
        } else if (c == u'{') {
            const qsizetype end = closingBrace(text, i + 1);
            if (end < 0) return located(text, u"unclosed_brace"_s, i);
            const auto expression = Expression::compile(text.mid(i + 1, end - i - 1), scope);
            if (!expression) {
                Error error = expression.error();
                error.args[2] = QString::number(error.args[2].toLongLong() + i + 1);
                return error;
            }
            out.m_parts.append({run, *expression});
            run.clear();
            i = end;
        } else {
            run += c;
        }
    }
    out.m_tail = run;
    return out;
}

QStringList TemplateText::names() const
{
    QStringList names;
    for (const Part &part : m_parts) names += part.expression.names();
    names.removeDuplicates();
    return names;
}

Result<QString> TemplateText::render(const Environment &environment, Rendering rendering, const QString &language) const
{
    QString out;
    for (const Part &part : m_parts) {
        const auto value = part.expression.evaluate(environment);
        if (!value) return value.error();
        out += part.before;
        switch (rendering) {
        case Rendering::Plain: out += plain(*value); break;
        case Rendering::Speech: out += spoken(*value, language); break;
        case Rendering::Url: out += QString::fromLatin1(QUrl::toPercentEncoding(plain(*value))); break;
        }
        if (out.size() > maxTextLength) return Error(Error::Code::TooLarge, {u"text"_s, QString::number(maxTextLength)});
    }
    return QString(out + m_tail);
}

Result<Value> TemplateText::value(const Environment &environment) const
{
    if (m_parts.size() == 1 && m_parts[0].before.isEmpty() && m_tail.isEmpty()) return m_parts[0].expression.evaluate(environment);
    const auto text = render(environment, Rendering::Plain, {});
    if (!text) return text.error();
    return Value(*text);
}

} // namespace vox
