#pragma once
#include "models/base/result.h"

namespace vox::ctl {

// One line of a secret: asked for without echo where somebody sits at a terminal, else read from standard input. Usage when there
// is none.
Result<QString> readSecret(const QString &question);

} // namespace vox::ctl
