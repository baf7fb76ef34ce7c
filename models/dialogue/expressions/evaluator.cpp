#include "models/dialogue/expressions/evaluator.h"
#include "models/dialogue/expressions/functions.h"
#include "models/dialogue/expressions/operators.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Kind = Ast::Kind;
using Op = Ast::Operator;

class Evaluator {
public:
    Evaluator(const Ast &ast, const Environment &environment) : m_ast(ast), m_environment(environment) {}

    Evaluation run(const Ast::Node &node)
    {
        switch (node.kind) {
        case Kind::Literal: return {node.literal, {}};
        case Kind::Name: return name(node);
        case Kind::Field: return field(node);
        case Kind::Has: return has(node);
        case Kind::Unary: return unary(node);
        case Kind::And: return logic(node, false);
        case Kind::Or: return logic(node, true);
        case Kind::Choose: return choose(node);
        case Kind::Index:
        case Kind::Call:
        case Kind::Binary:
        case Kind::List:
        case Kind::Map: return strict(node);
        }
        return {};
    }

private:
    Evaluation child(const Ast::Node &node, std::size_t i) { return run(m_ast.child(node, i)); }

    static Evaluation fail(const Ast::Node &node, const QString &reason, const QString &subject = {})
    {
        return {{}, ExpressionFault{reason, subject, node.offset}};
    }
    static Evaluation of(const Ast::Node &node, Outcome outcome)
    {
        if (!outcome.ok()) return fail(node, outcome.reason, outcome.subject);
        return {std::move(outcome.value), {}};
    }

    Evaluation name(const Ast::Node &node)
    {
        const QJsonValue json = m_environment.variables.value(node.name);
        const Type type = m_environment.scope.value(node.name);
        if (json.isString() && type == Type::Timestamp) {
            const auto time = parseTimestamp(json.toString());
            if (!time) return fail(node, u"bad_conversion"_s, json.toString());
            return {*time, {}};
        }
        if (json.isString() && type == Type::Duration) {
            const auto duration = parseDuration(json.toString());
            if (!duration) return fail(node, u"bad_conversion"_s, json.toString());
            return {*duration, {}};
        }
        return {Value::fromJson(json), {}};
    }

    Evaluation field(const Ast::Node &node)
    {
        const Evaluation object = child(node, 0);
        if (object.fault) return object;
        if (object.value.type() != Type::Map) return fail(node, u"no_fields"_s, typeName(object.value.type()));
        const auto &map = object.value.toMap();
        const auto it = map.find(Value(node.name));
        if (it == map.end()) return fail(node, u"no_such_key"_s, node.name);
        return {it->second, {}};
    }

    Evaluation has(const Ast::Node &node)
    {
        const Evaluation object = child(node, 0);
        if (object.fault) return object;
        if (object.value.type() != Type::Map) return fail(node, u"no_fields"_s, typeName(object.value.type()));
        return {object.value.toMap().contains(Value(node.name)), {}};
    }

    Evaluation unary(const Ast::Node &node)
    {
        const Evaluation operand = child(node, 0);
        if (operand.fault) return operand;
        if (node.op == Op::Negate) return of(node, negate(operand.value));
        if (operand.value.type() != Type::Bool) return fail(node, u"no_overload"_s, u"!"_s);
        return {!operand.value.toBool(), {}};
    }

    // CEL's && and ||: the side that decides wins, whichever it is, over an error on the other.
    Evaluation logic(const Ast::Node &node, bool decisive)
    {
        const auto decides = [&](const Evaluation &side) {
            return !side.fault && side.value.type() == Type::Bool && side.value.toBool() == decisive;
        };
        const Evaluation left = child(node, 0);
        if (decides(left)) return left;
        const Evaluation right = child(node, 1);
        if (decides(right)) return right;
        if (left.fault) return left;
        if (right.fault) return right;
        if (left.value.type() != Type::Bool || right.value.type() != Type::Bool)
            return fail(node, u"no_overload"_s, decisive ? u"||"_s : u"&&"_s);
        return right;
    }

    Evaluation choose(const Ast::Node &node)
    {
        const Evaluation condition = child(node, 0);
        if (condition.fault) return condition;
        if (condition.value.type() != Type::Bool) return fail(node, u"no_overload"_s, u"?:"_s);
        return child(node, condition.value.toBool() ? 1 : 2);
    }

    // Everything that needs all of its parts.
    Evaluation strict(const Ast::Node &node)
    {
        std::vector<Value> parts;
        parts.reserve(node.children.size());
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            Evaluation part = child(node, i);
            if (part.fault) return part;
            parts.push_back(std::move(part.value));
        }
        switch (node.kind) {
        case Kind::Index: return of(node, indexed(parts[0], parts[1]));
        case Kind::Binary: return of(node, applied(node.op, parts[0], parts[1]));
        case Kind::Call: return call(node, parts);
        case Kind::Map: return map(node, parts);
        default: return {Value(Value::List(parts.begin(), parts.end())), {}};
        }
    }

    static Evaluation call(const Ast::Node &node, const std::vector<Value> &parts)
    {
        for (const Function &function : functions()) {
            if (node.method != function.method || function.takes.size() != parts.size() || node.name != QLatin1String(function.name)) continue;
            bool all = true;
            for (std::size_t i = 0; i < parts.size(); ++i) all = all && fits(parts[i].type(), function.takes.begin()[i]);
            if (all) return of(node, function.call(parts.data()));
        }
        return fail(node, u"no_overload"_s, node.name);
    }

    static Evaluation map(const Ast::Node &node, const std::vector<Value> &parts)
    {
        Value::Map map;
        for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
            const Type key = parts[i].type();
            if (key != Type::String && key != Type::Int && key != Type::Bool) return fail(node, u"bad_key"_s, typeName(key));
            if (!map.emplace(parts[i], parts[i + 1]).second) return fail(node, u"repeated_key"_s);
        }
        return {Value(std::move(map)), {}};
    }

    const Ast &m_ast;
    const Environment &m_environment;
};

} // namespace

Evaluation evaluateExpression(const Ast &ast, const Environment &environment)
{
    return Evaluator(ast, environment).run(ast.root());
}

} // namespace vox
