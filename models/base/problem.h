#pragma once
#include "models/base/error.h"
#include <QList>

namespace vox {

// A located message about something a person edits. `path` is an RFC 6901 JSON pointer into the document's content
// ("" is the document itself); `node` is set when it lies inside a flow's node, so that a canvas can mark it.
struct Problem {
    enum class Severity { Warning, Error };

    Severity severity = Severity::Error;
    QString path;
    Error error;
    QString node;
    friend bool operator==(const Problem &, const Problem &) = default;
};
using Problems = QList<Problem>;

inline bool hasErrors(const Problems &problems)
{
    for (const Problem &problem : problems)
        if (problem.severity == Problem::Severity::Error) return true;
    return false;
}

} // namespace vox
