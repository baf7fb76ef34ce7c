#include "models/dialogue/expressions/checker.h"
#include "models/dialogue/expressions/functions.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Kind = Ast::Kind;
using Op = Ast::Operator;

bool maybeNumber(Type t) { return t == Type::Int || t == Type::Double || t == Type::Number || t == Type::Dyn; }

Type arithmetic(Type a, Type b)
{
    if (a == b && a != Type::Dyn) return a;
    return a == Type::Dyn && b == Type::Dyn ? Type::Dyn : Type::Number;
}

std::optional<Type> sumType(Op op, Type a, Type b)
{
    const bool plus = op == Op::Add;
    if (a == Type::Dyn || b == Type::Dyn) {
        const Type known = a == Type::Dyn ? b : a;
        if (known == Type::Dyn || known == Type::Timestamp || known == Type::Duration) return Type::Dyn;
        if (maybeNumber(known)) return Type::Number;
        return plus && (known == Type::String || known == Type::List) ? std::optional(known) : std::nullopt;
    }
    if (maybeNumber(a) && maybeNumber(b)) return fits(a, b) ? std::optional(arithmetic(a, b)) : std::nullopt;
    if (a == Type::Timestamp && b == Type::Duration) return Type::Timestamp;
    if (plus && a == Type::Duration && b == Type::Timestamp) return Type::Timestamp;
    if (a == Type::Duration && b == Type::Duration) return Type::Duration;
    if (!plus && a == Type::Timestamp && b == Type::Timestamp) return Type::Duration;
    return plus && a == b && (a == Type::String || a == Type::List) ? std::optional(a) : std::nullopt;
}

std::optional<Type> binaryType(Op op, Type a, Type b)
{
    const bool numbers = maybeNumber(a) && maybeNumber(b);
    switch (op) {
    case Op::Add:
    case Op::Subtract: return sumType(op, a, b);
    case Op::Multiply:
    case Op::Divide: return numbers && fits(a, b) ? std::optional(arithmetic(a, b)) : std::nullopt;
    case Op::Modulo: return numbers && fits(a, Type::Int) && fits(b, Type::Int) ? std::optional(Type::Int) : std::nullopt;
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual: {
        const auto ordered = [](Type t) { return t != Type::List && t != Type::Map && t != Type::Null; };
        return ordered(a) && ordered(b) && (numbers || fits(a, b)) ? std::optional(Type::Bool) : std::nullopt;
    }
    case Op::Equal:
    case Op::NotEqual: return numbers || fits(a, b) || a == Type::Null || b == Type::Null ? std::optional(Type::Bool) : std::nullopt;
    case Op::In: return b == Type::List || b == Type::Map || b == Type::Dyn ? std::optional(Type::Bool) : std::nullopt;
    default: return std::nullopt;
    }
}

class Checker {
public:
    Checker(const Ast &ast, const Scope &scope) : m_ast(ast), m_scope(scope) {}

    Type type(const Ast::Node &node)
    {
        switch (node.kind) {
        case Kind::Literal: return node.literal.type();
        case Kind::Name: return name(node);
        case Kind::Field:
        case Kind::Has: return field(node);
        case Kind::Index: return index(node);
        case Kind::Call: return call(node);
        case Kind::Unary: return unary(node);
        case Kind::Binary: return binary(node);
        case Kind::And:
        case Kind::Or:
            for (std::size_t i = 0; i < 2; ++i) need(child(node, i), Type::Bool);
            return Type::Bool;
        case Kind::Choose: return choose(node);
        case Kind::List:
            for (std::size_t i = 0; i < node.children.size(); ++i) type(child(node, i));
            return Type::List;
        case Kind::Map: return map(node);
        }
        return Type::Dyn;
    }

    CheckedExpression result;

private:
    const Ast::Node &child(const Ast::Node &node, std::size_t i) const { return m_ast.child(node, i); }

    Type fail(const QString &reason, const Ast::Node &node, const QString &subject)
    {
        if (!result.fault) result.fault = {reason, subject, node.offset};
        return Type::Dyn;
    }

    void need(const Ast::Node &node, Type want)
    {
        const Type have = type(node);
        if (!fits(have, want)) fail(u"type_mismatch"_s, node, typeName(have) + u" → "_s + typeName(want));
    }

    Type name(const Ast::Node &node)
    {
        const auto known = m_scope.find(node.name);
        if (known == m_scope.end()) return fail(u"unknown_name"_s, node, node.name);
        if (!result.names.contains(node.name)) result.names.append(node.name);
        return *known;
    }

    Type field(const Ast::Node &node)
    {
        const Type object = type(child(node, 0));
        if (object != Type::Map && object != Type::Dyn) return fail(u"no_fields"_s, node, typeName(object));
        return node.kind == Kind::Has ? Type::Bool : Type::Dyn;
    }

    Type index(const Ast::Node &node)
    {
        const Type object = type(child(node, 0));
        const Type at = type(child(node, 1));
        if (object == Type::List && !maybeNumber(at)) return fail(u"type_mismatch"_s, child(node, 1), typeName(at) + u" → int"_s);
        if (object != Type::List && object != Type::Map && object != Type::Dyn) return fail(u"no_index"_s, node, typeName(object));
        return Type::Dyn;
    }

    Type call(const Ast::Node &node)
    {
        QList<Type> have;
        for (std::size_t i = 0; i < node.children.size(); ++i) have.append(type(child(node, i)));
        bool known = false;
        std::optional<Type> gives;
        for (const Function &function : functions()) {
            if (node.method != function.method || node.name != QLatin1String(function.name)) continue;
            known = true;
            if (qsizetype(function.takes.size()) != have.size()) continue;
            bool all = true;
            for (qsizetype i = 0; i < have.size(); ++i) all = all && fits(have[i], function.takes.begin()[i]);
            if (all) gives = gives && *gives != function.gives ? Type::Dyn : function.gives;
        }
        if (!known) return fail(u"unknown_function"_s, node, node.name);
        if (!gives) return fail(u"no_overload"_s, node, node.name);
        return *gives;
    }

    Type unary(const Ast::Node &node)
    {
        const Type operand = type(child(node, 0));
        if (node.op == Op::Not) return fits(operand, Type::Bool) ? Type::Bool : fail(u"no_overload"_s, node, u"!"_s);
        return maybeNumber(operand) ? operand : fail(u"no_overload"_s, node, u"-"_s);
    }

    Type binary(const Ast::Node &node)
    {
        const Type a = type(child(node, 0));
        const Type b = type(child(node, 1));
        const auto gives = binaryType(node.op, a, b);
        return gives ? *gives : fail(u"no_overload"_s, node, typeName(a) + u", "_s + typeName(b));
    }

    Type choose(const Ast::Node &node)
    {
        need(child(node, 0), Type::Bool);
        const Type yes = type(child(node, 1));
        const Type no = type(child(node, 2));
        if (yes == no) return yes;
        if (maybeNumber(yes) && maybeNumber(no) && yes != Type::Dyn && no != Type::Dyn) return Type::Number;
        return Type::Dyn;
    }

    Type map(const Ast::Node &node)
    {
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const Type part = type(child(node, i));
            if (i % 2 == 0 && part != Type::String && part != Type::Bool && !maybeNumber(part))
                fail(u"bad_key"_s, child(node, i), typeName(part));
        }
        return Type::Map;
    }

    const Ast &m_ast;
    const Scope &m_scope;
};

} // namespace

CheckedExpression checkExpression(const Ast &ast, const Scope &scope)
{
    Checker checker(ast, scope);
    checker.result.type = checker.type(ast.root());
    return checker.result;
}

} // namespace vox
