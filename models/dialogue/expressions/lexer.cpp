#include "models/dialogue/expressions/lexer.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

bool startsName(QChar c) { return c == u'_' || c.isLetter(); }
bool inName(QChar c) { return startsName(c) || c.isDigit(); }
bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool isHex(QChar c) { return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); }

class Lexer {
public:
    explicit Lexer(QStringView text) : m_text(text) {}

    Tokens run()
    {
        while (!m_out.fault) {
            skipBlank();
            if (m_at >= m_text.size()) break;
            one();
        }
        add(Token::Kind::End, {}, m_text.size());
        return std::move(m_out);
    }

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    void add(Token::Kind kind, QString text, qsizetype offset) { m_out.list.push_back({kind, std::move(text), offset}); }
    void fail(const QString &reason, qsizetype offset, const QString &subject = {}) { m_out.fault = {reason, subject, offset}; }

    void skipBlank()
    {
        while (m_at < m_text.size()) {
            if (peek().isSpace()) ++m_at;
            else if (peek() == u'/' && peek(1) == u'/')
                while (m_at < m_text.size() && peek() != u'\n') ++m_at;
            else return;
        }
    }

    void one()
    {
        const QChar c = peek();
        if (isDigit(c) || (c == u'.' && isDigit(peek(1)))) return number();
        if (c == u'"' || c == u'\'') return string(false);
        if ((c == u'r' || c == u'R') && (peek(1) == u'"' || peek(1) == u'\'')) {
            ++m_at;
            return string(true);
        }
        if ((c == u'b' || c == u'B') && (peek(1) == u'"' || peek(1) == u'\'')) return fail(u"bytes_unsupported"_s, m_at);
        if (startsName(c)) {
            const qsizetype start = m_at;
            while (m_at < m_text.size() && inName(peek())) ++m_at;
            return add(Token::Kind::Name, m_text.mid(start, m_at - start).toString(), start);
        }
        symbol();
    }

    void symbol()
    {
        static const QStringList two{u"&&"_s, u"||"_s, u"=="_s, u"!="_s, u"<="_s, u">="_s};
        const QString pair = m_text.mid(m_at, 2).toString();
        if (two.contains(pair)) {
            add(Token::Kind::Symbol, pair, m_at);
            m_at += 2;
        } else if (u"+-*/%<>!?:.,()[]{}"_s.contains(peek())) {
            add(Token::Kind::Symbol, QString(peek()), m_at);
            ++m_at;
        } else {
            fail(u"unexpected"_s, m_at, QString(peek()));
        }
    }

    void number()
    {
        const qsizetype start = m_at;
        if (peek() == u'0' && (peek(1) == u'x' || peek(1) == u'X') && isHex(peek(2))) {
            m_at += 2;
            while (isHex(peek())) ++m_at;
            return finishNumber(Token::Kind::Int, start);
        }
        auto kind = Token::Kind::Int;
        while (isDigit(peek())) ++m_at;
        if (peek() == u'.' && isDigit(peek(1))) {
            kind = Token::Kind::Double;
            ++m_at;
            while (isDigit(peek())) ++m_at;
        }
        if (peek() == u'e' || peek() == u'E') {
            const qsizetype sign = peek(1) == u'+' || peek(1) == u'-' ? 2 : 1;
            if (isDigit(peek(sign))) {
                kind = Token::Kind::Double;
                m_at += sign;
                while (isDigit(peek())) ++m_at;
            }
        }
        finishNumber(kind, start);
    }

    void finishNumber(Token::Kind kind, qsizetype start)
    {
        if (peek() == u'u' || peek() == u'U') return fail(u"unsigned_unsupported"_s, start);
        if (m_at < m_text.size() && inName(peek())) return fail(u"bad_number"_s, start);
        add(kind, m_text.mid(start, m_at - start).toString(), start);
    }

    void string(bool raw)
    {
        const qsizetype start = m_at;
        const QChar quote = peek();
        const bool triple = peek(1) == quote && peek(2) == quote;
        m_at += triple ? 3 : 1;
        QString text;
        while (m_at < m_text.size() && !m_out.fault) {
            if (peek() == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
                m_at += triple ? 3 : 1;
                return add(Token::Kind::String, text, start);
            }
            if (!triple && (peek() == u'\n' || peek() == u'\r')) break;
            if (peek() == u'\\' && !raw) escape(text);
            else text += m_text[m_at++];
        }
        if (!m_out.fault) fail(u"unterminated_string"_s, start);
    }

    void escape(QString &text)
    {
        const qsizetype start = m_at++;
        const QChar c = peek();
        ++m_at;
        switch (c.unicode()) {
        case 'n': text += u'\n'; return;
        case 't': text += u'\t'; return;
        case 'r': text += u'\r'; return;
        case 'a': text += u'\a'; return;
        case 'b': text += u'\b'; return;
        case 'f': text += u'\f'; return;
        case 'v': text += u'\v'; return;
        case '\\': case '\'': case '"': case '`': case '?': text += c; return;
        case 'x': case 'X': return codePoint(text, 2, 16, start);
        case 'u': return codePoint(text, 4, 16, start);
        case 'U': return codePoint(text, 8, 16, start);
        default: break;
        }
        if (c >= u'0' && c <= u'3') {
            --m_at;
            return codePoint(text, 3, 8, start);
        }
        fail(u"bad_escape"_s, start);
    }

    void codePoint(QString &text, int count, int base, qsizetype start)
    {
        bool ok = m_at + count <= m_text.size();
        const QStringView digits = ok ? m_text.mid(m_at, count) : QStringView();
        for (const QChar c : digits) ok = ok && isHex(c);
        const uint code = ok ? digits.toUInt(&ok, base) : 0;
        if (!ok || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return fail(u"bad_escape"_s, start);
        text += QChar::fromUcs4(code);
        m_at += count;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    Tokens m_out;
};

} // namespace

Tokens tokens(QStringView text) { return Lexer(text).run(); }

} // namespace vox
