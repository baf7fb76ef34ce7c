#pragma once
#include "models/documents/release.h"

namespace vox {

// "Draft", "Staging", "Production" in the person's language.
QString environmentWord(Environment environment);

} // namespace vox
