#pragma once
#include "models/dialogue/expressions/expression.h"

namespace vox {

struct Evaluation {
    Value value;
    std::optional<ExpressionFault> fault;
};

// Ends by construction: every node is visited at most once, and what it makes is limited in size.
Evaluation evaluateExpression(const Ast &ast, const Environment &environment);

} // namespace vox
