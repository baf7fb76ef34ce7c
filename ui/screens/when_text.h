#pragma once
#include "models/base/time.h"
#include <QString>

namespace vox {

// A moment for people: "today 09:31", "yesterday 18:02", "16 March, 18:02"; the year when it is another one.
QString whenText(UtcMs when, UtcMs now);
// Who, for people: the names programs write under revisions are said in words.
QString authorText(const QString &author);

} // namespace vox
