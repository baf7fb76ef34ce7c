#pragma once
#include "models/dialogue/expressions/value.h"
#include <QStringList>
#include <vector>

namespace vox {

// What is wrong with an expression, where. `reason` is a stable name, `subject` the name, type or text it is about;
// app/wording makes a sentence of them.
struct ExpressionFault {
    QString reason;   // "unexpected", "unknown_name", "no_overload", "no_such_key", "overflow", "division_by_zero", ...
    QString subject;
    qsizetype offset = 0;
};

// An expression as a flat list of nodes; children come before parents, the root is last. Depth is limited by the parser,
// so walking it recursively is safe.
struct Ast {
    enum class Kind : std::uint8_t { Literal, Name, Field, Index, Call, Has, Unary, Binary, And, Or, Choose, List, Map };
    enum class Operator : std::uint8_t { None, Add, Subtract, Multiply, Divide, Modulo, Less, LessEqual, Greater, GreaterEqual, Equal, NotEqual, In, Not, Negate };
    struct Node {
        Kind kind = Kind::Literal;
        Operator op = Operator::None;
        bool method = false;     // Call: the first child is the receiver
        int depth = 1;
        qsizetype offset = 0;
        QString name;            // Name, Field, Has, Call
        Value literal;
        std::vector<int> children; // Map: key, value, key, value …
    };
    std::vector<Node> nodes;
    const Node &root() const { return nodes.back(); }
    const Node &child(const Node &of, std::size_t index) const { return nodes[std::size_t(of.children[index])]; }
};

struct ParsedExpression {
    Ast ast;
    std::optional<ExpressionFault> fault;
};

// Longest text, deepest nesting: what is above is refused ("too_long", "too_deep").
inline constexpr qsizetype maxExpressionLength = 10'000;
inline constexpr int maxExpressionDepth = 200;

ParsedExpression parseExpression(QStringView text);

} // namespace vox
