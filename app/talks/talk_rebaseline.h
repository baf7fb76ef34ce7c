#pragma once
#include "app/talks/talk_check.h"

namespace vox {

// The text of a talk with the agent's lines as they now happen: times and words that changed are replaced in their place,
// lines that are missing come in, lines that no longer happen go. Comments, order and everything else stay.
QByteArray rebaselined(const QByteArray &bytes, const Talk &talk, const TalkRun &run);

} // namespace vox
