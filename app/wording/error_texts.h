#pragma once
#include "models/base/error.h"

namespace vox::wording {

// English source of the two sentences of one code; %1, %2 are the error's arguments.
struct ErrorText {
    Error::Code code;
    const char *happened;
    const char *next;
    const char *about = nullptr; // the sentence when this is the first argument
};

// The sentence for a first argument of its own when there is one. nullptr: a code nobody has worded yet.
const ErrorText *errorText(Error::Code code, const QString &about = {});
// The same for an error, also told apart by its further arguments.
const ErrorText *errorText(const Error &error);

} // namespace vox::wording
