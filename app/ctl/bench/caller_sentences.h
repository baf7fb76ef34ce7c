#pragma once
#include <QStringList>

namespace vox::ctl {

// What made-up callers say, without full stops. No sentence of one list is in the other.
const QStringList &tuningSentences();
const QStringList &evaluationSentences();

} // namespace vox::ctl
