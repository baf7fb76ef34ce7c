#pragma once
#include "models/dialogue/expressions/expression.h"

namespace vox {

struct CheckedExpression {
    Type type = Type::Dyn;
    QStringList names;
    std::optional<ExpressionFault> fault;
};

// Finds unknown names and functions and operands that can never fit; gives the type of the whole.
CheckedExpression checkExpression(const Ast &ast, const Scope &scope);

} // namespace vox
