#include "app/talks/talk_tokens.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestUs = 600000000;

// Where the comment begins: a # outside quotes, at the beginning or after a space, so that "presses 12#" is none.
qsizetype commentAt(const QString &line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (quoted && line[i] == u'\\') ++i;
        else if (line[i] == u'"') quoted = !quoted;
        else if (!quoted && line[i] == u'#' && (i == 0 || line[i - 1].isSpace())) return i;
    }
    return line.size();
}

} // namespace

TalkTokens::TalkTokens(const QString &line) : m_text(line.left(commentAt(line)))
{
    while (m_text.endsWith(u' ') || m_text.endsWith(u'\t')) m_text.chop(1);
    skipSpace();
}

void TalkTokens::skipSpace()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace()) ++m_at;
}

void TalkTokens::fail(const char *what, qsizetype column)
{
    if (failed()) return;
    m_fault = QString::fromLatin1(what);
    m_faultColumn = int(column);
    m_at = m_text.size();
}

QStringView TalkTokens::peek() const
{
    qsizetype end = m_at;
    while (end < m_text.size() && !m_text[end].isSpace() && m_text[end] != u'"') ++end;
    return QStringView(m_text).sliced(m_at, end - m_at);
}

bool TalkTokens::take(QLatin1StringView word)
{
    if (peek() != word) return false;
    m_last = {int(m_at), int(word.size())};
    m_at += word.size();
    skipSpace();
    return true;
}

QString TalkTokens::word(const char *expected)
{
    const QString found = peek().toString();
    if (found.isEmpty()) {
        fail(expected, m_at);
        return {};
    }
    m_last = {int(m_at), int(found.size())};
    m_at += found.size();
    skipSpace();
    return found;
}

QString TalkTokens::quoted(const char *expected)
{
    if (!nextIsQuote()) {
        fail(expected, m_at);
        return {};
    }
    QString text;
    const qsizetype begin = m_at;
    for (qsizetype i = begin + 1; i < m_text.size(); ++i) {
        if (m_text[i] == u'"') {
            m_last = {int(begin), int(i + 1 - begin)};
            m_at = i + 1;
            skipSpace();
            return text;
        }
        if (m_text[i] == u'\\' && i + 1 < m_text.size()) ++i;
        text += m_text[i];
    }
    fail("a closing quotation mark", begin);
    return {};
}

qint64 TalkTokens::seconds(QStringView number)
{
    bool good = false;
    const double value = number.toString().toDouble(&good);
    if (!good || !std::isfinite(value) || value < 0 || value > 86400) {
        expectedLast("seconds, such as 1.25");
        return 0;
    }
    return qint64(std::llround(value * 1e6));
}

qint64 TalkTokens::duration()
{
    const QString text = word("a duration such as 300ms or 2s");
    const bool ms = text.endsWith("ms"_L1);
    const QStringView digits = QStringView(text).chopped(std::min<qsizetype>(text.size(), ms ? 2 : 1));
    bool good = false;
    const double value = digits.toString().toDouble(&good);
    const double us = value * (ms ? 1e3 : 1e6);
    if (failed() || !good || !(us >= 0 && us <= double(kLongestUs)) || !(ms || text.endsWith(u's'))) {
        expectedLast("a duration such as 300ms or 2s, at most 600s");
        return 0;
    }
    return qint64(std::llround(us));
}

double TalkTokens::number(const char *expected)
{
    bool good = false;
    const double value = word(expected).toDouble(&good);
    if (!good || !std::isfinite(value)) expectedLast(expected);
    return value;
}

// Behind the bracket that closes the one at m_at; the end of the text when there is none.
qsizetype TalkTokens::endOfJson() const
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = m_at; i < m_text.size(); ++i) {
        const QChar c = m_text[i];
        if (quoted && c == u'\\') ++i;
        else if (c == u'"') quoted = !quoted;
        else if (!quoted && (c == u'{' || c == u'[')) ++depth;
        else if (!quoted && (c == u'}' || c == u']') && --depth == 0) return i + 1;
    }
    return m_text.size();
}

QJsonValue TalkTokens::json()
{
    if (nextIsQuote()) return quoted("a value");
    const QChar first = atEnd() ? QChar() : m_text[m_at];
    const bool bracket = first == u'{' || first == u'[';
    const qsizetype end = bracket ? endOfJson() : m_at + peek().size();
    const QString text = m_text.sliced(m_at, end - m_at);
    const QJsonDocument read = QJsonDocument::fromJson((u'[' + text + u']').toUtf8());
    if (text.isEmpty() || !read.isArray() || read.array().size() != 1) {
        expected("a JSON value");
        return {};
    }
    m_last = {int(m_at), int(text.size())};
    m_at = end;
    skipSpace();
    return read.array().first();
}

} // namespace vox
