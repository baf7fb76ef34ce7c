#pragma once
#include "models/base/result.h"
#include "models/dialogue/expressions/ast.h"
#include <QHash>
#include <QJsonObject>

namespace vox {

// The names an expression may use, and what is known of them. Map and list contents are Dyn.
using Scope = QHash<QString, Type>;

// Where names get their values: JSON, read as the scope's types say (a declared timestamp is RFC 3339 text). A declared
// name without a value is null.
struct Environment {
    const QJsonObject &variables;
    const Scope &scope;
};

// One parsed and checked expression of the CEL subset (formats.md). A value, immutable, any thread. Not in the subset:
// bytes, unsigned numbers, messages, macros other than has(), type(). Times have microseconds. Beyond CEL: int and
// double mix where a JSON number takes part; lower() and upper() know all alphabets.
class Expression {
public:
    // Error{ExpressionInvalid, {expression, reason, offset, subject}}; `want` is what it must give.
    static Result<Expression> compile(const QString &text, const Scope &scope, Type want = Type::Dyn);
    // Error{ExpressionFailed, {expression, reason, offset, subject}}: division by zero, a missing key, ...
    Result<Value> evaluate(const Environment &environment) const;

    const QString &text() const { return m_text; }
    Type type() const { return m_type; }
    const QStringList &names() const { return m_names; } // variables it reads, each once
    bool isConstant() const { return m_names.isEmpty(); }

private:
    QString m_text;
    std::shared_ptr<const Ast> m_ast;
    Type m_type = Type::Dyn;
    QStringList m_names;
};

} // namespace vox
