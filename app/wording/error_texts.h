#pragma once
#include "models/base/error.h"

namespace vox::wording {

// English source of the two sentences of one code; %1, %2 are the error's arguments.
struct ErrorText {
    Error::Code code;
    const char *happened;
    const char *next;
};

const ErrorText *errorText(Error::Code code); // nullptr: a code nobody has worded yet

} // namespace vox::wording
