#pragma once
#include "app/talks/talk.h"
#include <QStringView>

namespace vox {

// One line of a talk, token by token. Reading stops at the first mistake, which fault() tells.
class TalkTokens {
public:
    explicit TalkTokens(const QString &line);

    bool atEnd() const { return m_at >= m_text.size(); }
    int column() const { return int(m_at); }
    TalkPlace last() const { return m_last; }
    QStringView text() const { return m_text; } // without the comment

    bool nextIsQuote() const { return !atEnd() && m_text[m_at] == u'"'; }
    // The word that follows, without taking it; empty before a quote or at the end.
    QStringView peek() const;
    // Takes the word when it follows.
    bool take(QLatin1StringView word);
    QString word(const char *expected);
    QString quoted(const char *expected);
    // "300ms", "2s", "0.25s": microseconds from 0 to ten minutes.
    qint64 duration();
    qint64 seconds(QStringView number); // "1.25"
    double number(const char *expected);
    // One JSON value: an object, an array, a text or a word such as 12 or true.
    QJsonValue json();

    void expected(const char *what) { fail(what, m_at); }
    void expectedLast(const char *what) { fail(what, m_last.column); }
    bool failed() const { return !m_fault.isEmpty(); }
    QString fault() const { return m_fault; }
    int faultColumn() const { return m_faultColumn; }

private:
    void fail(const char *what, qsizetype column);
    void skipSpace();
    qsizetype endOfJson() const;

    QString m_text;
    qsizetype m_at = 0;
    TalkPlace m_last;
    QString m_fault;
    int m_faultColumn = 0;
};

} // namespace vox
