#pragma once
#include <QString>

namespace vox::wording {

// What is wrong with an expression, in a few words; `reason` as ExpressionFault has it. Unknown ones stand as they are.
QString expressionReason(const QString &reason, const QString &subject);

} // namespace vox::wording
