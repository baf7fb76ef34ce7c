#include "models/dialogue/expressions/expression.h"
#include "models/dialogue/expressions/checker.h"
#include "models/dialogue/expressions/evaluator.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

Error errorOf(Error::Code code, const QString &text, const ExpressionFault &fault)
{
    return Error(code, {text.left(200), fault.reason, QString::number(fault.offset), fault.subject});
}

} // namespace

Result<Expression> Expression::compile(const QString &text, const Scope &scope, Type want)
{
    ParsedExpression parsed = parseExpression(text);
    if (parsed.fault) return errorOf(Error::Code::ExpressionInvalid, text, *parsed.fault);
    const CheckedExpression checked = checkExpression(parsed.ast, scope);
    if (checked.fault) return errorOf(Error::Code::ExpressionInvalid, text, *checked.fault);
    if (!fits(checked.type, want)) {
        const QString types = typeName(checked.type) + u" → "_s + typeName(want);
        return errorOf(Error::Code::ExpressionInvalid, text, {u"type_mismatch"_s, types, 0});
    }
    Expression out;
    out.m_text = text;
    out.m_ast = std::make_shared<const Ast>(std::move(parsed.ast));
    out.m_type = checked.type;
    out.m_names = checked.names;
    return out;
}

Result<Value> Expression::evaluate(const Environment &environment) const
{
    Evaluation evaluation = evaluateExpression(*m_ast, environment);
    if (evaluation.fault) return errorOf(Error::Code::ExpressionFailed, m_text, *evaluation.fault);
    return std::move(evaluation.value);
}

} // namespace vox
