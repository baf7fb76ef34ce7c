#pragma once
#include "models/dialogue/expressions/expression.h"

namespace vox {

// How values stand in the finished text.
enum class Rendering {
    Plain,  // as string() has them; lists and maps as JSON
    Speech, // as a voice reads them in a language: decimal comma, dates in words, lists with "and"
    Url,    // percent-encoded
};

// Text with {expressions} in it: "Your order {order.code} leaves on {day}". {{ and }} stand for braces. Immutable value.
class TemplateText {
public:
    // Error as of Expression::compile, the offset counted in the whole text.
    static Result<TemplateText> compile(const QString &text, const Scope &scope);

    bool isFixed() const { return m_parts.isEmpty(); }  // no expression in it
    const QString &fixedText() const { return m_tail; } // when isFixed()
    QStringList names() const;
    Result<QString> render(const Environment &environment, Rendering rendering, const QString &language) const;
    // The value itself when the whole text is one {expression}, else rendered text: for JSON bodies.
    Result<Value> value(const Environment &environment) const;

private:
    struct Part { QString before; Expression expression; };
    QList<Part> m_parts;
    QString m_tail;
};

// One value as a voice reads it, ru and en.
QString spoken(const Value &value, const QString &language);

} // namespace vox
