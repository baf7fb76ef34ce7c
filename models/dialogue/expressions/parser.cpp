#include "models/dialogue/expressions/lexer.h"
#include <algorithm>
#include <limits>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Kind = Ast::Kind;
using Op = Ast::Operator;

// Recursive descent after CEL's grammar. Every rule returns the index of its node; after a fault everything returns 0
// quickly and the fault is what counts.
class Parser {
public:
    explicit Parser(const std::vector<Token> &tokens) : m_tokens(tokens) {}

    ParsedExpression run()
    {
        const int root = choice();
        if (!m_fault && now().kind != Token::Kind::End) unexpected();
        if (!m_fault && root + 1 != int(m_ast.nodes.size())) m_ast.nodes.push_back(m_ast.nodes[std::size_t(root)]);
        return {std::move(m_ast), m_fault};
    }

private:
    const Token &now() const { return m_tokens[m_at]; }
    bool is(QLatin1StringView symbol) const { return now().kind == Token::Kind::Symbol && now().text == symbol; }
    bool take(QLatin1StringView symbol)
    {
        if (m_fault || !is(symbol)) return false;
        ++m_at;
        return true;
    }
    void need(QLatin1StringView symbol)
    {
        if (!take(symbol)) unexpected();
    }
    void fail(const QString &reason, qsizetype offset, const QString &subject = {})
    {
        if (!m_fault) m_fault = {reason, subject, offset};
    }
    void unexpected()
    {
        fail(now().kind == Token::Kind::End ? u"unexpected_end"_s : u"unexpected"_s, now().offset, now().text);
    }

    int add(Ast::Node node)
    {
        if (m_fault) return 0;
        for (const int child : node.children) node.depth = std::max(node.depth, m_ast.nodes[std::size_t(child)].depth + 1);
        if (node.depth > maxExpressionDepth) fail(u"too_deep"_s, node.offset);
        m_ast.nodes.push_back(std::move(node));
        return int(m_ast.nodes.size()) - 1;
    }
    int add(Kind kind, qsizetype offset, std::vector<int> children, const QString &name = {}, Op op = Op::None)
    {
        Ast::Node node;
        node.kind = kind;
        node.op = op;
        node.offset = offset;
        node.name = name;
        node.children = std::move(children);
        return add(std::move(node));
    }
    int literal(Value value, qsizetype offset)
    {
        Ast::Node node;
        node.literal = std::move(value);
        node.offset = offset;
        return add(std::move(node));
    }

    int choice()
    {
        if (++m_depth > maxExpressionDepth) fail(u"too_deep"_s, now().offset);
        int condition = m_fault ? 0 : either();
        const qsizetype offset = now().offset;
        if (take("?"_L1)) {
            const int yes = either();
            need(":"_L1);
            const int no = m_fault ? 0 : choice();
            condition = add(Kind::Choose, offset, {condition, yes, no});
        }
        --m_depth;
        return condition;
    }

    int either()
    {
        int left = both();
        for (qsizetype offset = now().offset; take("||"_L1); offset = now().offset) left = add(Kind::Or, offset, {left, both()});
        return left;
    }

    int both()
    {
        int left = relation();
        for (qsizetype offset = now().offset; take("&&"_L1); offset = now().offset) left = add(Kind::And, offset, {left, relation()});
        return left;
    }

    int relation()
    {
        int left = sum();
        while (!m_fault) {
            const qsizetype offset = now().offset;
            Op op = Op::None;
            if (take("<"_L1)) op = Op::Less;
            else if (take("<="_L1)) op = Op::LessEqual;
            else if (take(">"_L1)) op = Op::Greater;
            else if (take(">="_L1)) op = Op::GreaterEqual;
            else if (take("=="_L1)) op = Op::Equal;
            else if (take("!="_L1)) op = Op::NotEqual;
            else if (now().kind == Token::Kind::Name && now().text == "in"_L1) { ++m_at; op = Op::In; }
            else break;
            left = add(Kind::Binary, offset, {left, sum()}, {}, op);
        }
        return left;
    }

    int sum()
    {
        int left = product();
        while (!m_fault) {
            const qsizetype offset = now().offset;
            const Op op = take("+"_L1) ? Op::Add : take("-"_L1) ? Op::Subtract : Op::None;
            if (op == Op::None) break;
            left = add(Kind::Binary, offset, {left, product()}, {}, op);
        }
        return left;
    }

    int product()
    {
        int left = unary();
        while (!m_fault) {
            const qsizetype offset = now().offset;
            const Op op = take("*"_L1) ? Op::Multiply : take("/"_L1) ? Op::Divide : take("%"_L1) ? Op::Modulo : Op::None;
            if (op == Op::None) break;
            left = add(Kind::Binary, offset, {left, unary()}, {}, op);
        }
        return left;
    }

    int unary()
    {
        const qsizetype offset = now().offset;
        const Op op = take("!"_L1) ? Op::Not : take("-"_L1) ? Op::Negate : Op::None;
        if (op == Op::None) return member();
        if (op == Op::Negate && now().kind == Token::Kind::Int) return afterPrimary(number(true, offset));
        if (++m_depth > maxExpressionDepth) fail(u"too_deep"_s, offset);
        const int operand = m_fault ? 0 : unary();
        --m_depth;
        return add(Kind::Unary, offset, {operand}, {}, op);
    }

    int member() { return afterPrimary(primary()); }

    int afterPrimary(int value)
    {
        while (!m_fault) {
            const qsizetype offset = now().offset;
            if (take("["_L1)) {
                const int index = choice();
                need("]"_L1);
                value = add(Kind::Index, offset, {value, index});
            } else if (take("."_L1)) {
                if (now().kind != Token::Kind::Name) { unexpected(); break; }
                const Token &name = m_tokens[m_at++];
                if (take("("_L1)) value = call(name, {value}, true);
                else value = add(Kind::Field, name.offset, {value}, name.text);
            } else {
                break;
            }
        }
        return value;
    }

    int call(const Token &name, std::vector<int> children, bool method)
    {
        if (!take(")"_L1)) {
            do children.push_back(choice()); while (take(","_L1));
            need(")"_L1);
        }
        Ast::Node node;
        node.kind = Kind::Call;
        node.method = method;
        node.offset = name.offset;
        node.name = name.text;
        node.children = std::move(children);
        return add(std::move(node));
    }

    int primary()
    {
        if (m_fault) return 0;
        const Token &token = now();
        switch (token.kind) {
        case Token::Kind::Int: return number(false, token.offset);
        case Token::Kind::Double: {
            ++m_at;
            return literal(token.text.toDouble(), token.offset);
        }
        case Token::Kind::String: ++m_at; return literal(token.text, token.offset);
        case Token::Kind::Name: ++m_at; return named(token);
        case Token::Kind::Symbol:
            if (take("("_L1)) {
                const int inner = choice();
                need(")"_L1);
                return inner;
            }
            if (take("["_L1)) return list(token.offset);
            if (take("{"_L1)) return map(token.offset);
            break;
        case Token::Kind::End: break;
        }
        unexpected();
        return 0;
    }

    int number(bool negative, qsizetype offset)
    {
        const QString text = m_tokens[m_at++].text;
        bool ok = false;
        const bool hex = text.startsWith("0x"_L1, Qt::CaseInsensitive);
        const quint64 size = hex ? QStringView(text).mid(2).toULongLong(&ok, 16) : text.toULongLong(&ok, 10);
        constexpr quint64 most = quint64(std::numeric_limits<qint64>::max());
        if (!ok || size > most + (negative ? 1 : 0)) {
            fail(u"bad_number"_s, offset, text);
            return 0;
        }
        return literal(negative ? qint64(0 - size) : qint64(size), offset);
    }

    int named(const Token &token)
    {
        static const QStringList reserved{u"as"_s, u"break"_s, u"const"_s, u"continue"_s, u"else"_s, u"for"_s, u"function"_s, u"if"_s, u"import"_s, u"in"_s,
                                          u"let"_s, u"loop"_s, u"package"_s, u"namespace"_s, u"return"_s, u"var"_s, u"void"_s, u"while"_s};
        if (token.text == "true"_L1) return literal(true, token.offset);
        if (token.text == "false"_L1) return literal(false, token.offset);
        if (token.text == "null"_L1) return literal(Value(), token.offset);
        if (reserved.contains(token.text)) {
            fail(u"reserved_word"_s, token.offset, token.text);
            return 0;
        }
        if (!take("("_L1)) return add(Kind::Name, token.offset, {}, token.text);
        return token.text == "has"_L1 ? has(token) : call(token, {}, false);
    }

    // has(a.b): whether a has b; the argument must be a field.
    int has(const Token &token)
    {
        const int argument = choice();
        need(")"_L1);
        if (m_fault) return 0;
        const Ast::Node &field = m_ast.nodes[std::size_t(argument)];
        if (field.kind != Kind::Field) {
            fail(u"has_needs_field"_s, token.offset);
            return 0;
        }
        const int object = field.children[0];
        const QString name = field.name;
        return add(Kind::Has, token.offset, {object}, name);
    }

    int list(qsizetype offset)
    {
        std::vector<int> items;
        while (!m_fault && !is("]"_L1)) {
            items.push_back(choice());
            if (!take(","_L1)) break;
        }
        need("]"_L1);
        return add(Kind::List, offset, std::move(items));
    }

    int map(qsizetype offset)
    {
        std::vector<int> items;
        while (!m_fault && !is("}"_L1)) {
            items.push_back(choice());
            need(":"_L1);
            items.push_back(m_fault ? 0 : choice());
            if (!take(","_L1)) break;
        }
        need("}"_L1);
        return add(Kind::Map, offset, std::move(items));
    }

    const std::vector<Token> &m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    Ast m_ast;
    std::optional<ExpressionFault> m_fault;
};

} // namespace

ParsedExpression parseExpression(QStringView text)
{
    if (text.size() > maxExpressionLength) return {{}, ExpressionFault{u"too_long"_s, {}, maxExpressionLength}};
    const Tokens all = tokens(text);
    if (all.fault) return {{}, all.fault};
    return Parser(all.list).run();
}

} // namespace vox
