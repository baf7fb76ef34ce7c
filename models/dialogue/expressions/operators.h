#pragma once
#include "models/dialogue/expressions/ast.h"
#include "models/dialogue/expressions/functions.h"

namespace vox {

// What the operators do with values: "no_overload", "overflow", "division_by_zero", "no_such_key", "index_out_of_range".
Outcome applied(Ast::Operator op, const Value &a, const Value &b);
Outcome negate(const Value &value);
Outcome indexed(const Value &container, const Value &key);

} // namespace vox
