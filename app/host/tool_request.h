#pragma once
#include "app/ports/tool_runner.h"
#include "models/dialogue/interpreter.h"

namespace vox {

// What the dialogue asks for, as a runner takes it. `conversation`: receipts are unique within it, other systems hear of many.
ToolRequest toolRequestOf(const CallTool &call, const QString &conversation);

} // namespace vox
