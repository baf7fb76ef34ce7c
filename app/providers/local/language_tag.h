#pragma once
#include <QString>

namespace vox {

// "en" of "en-GB" or "en_GB", in lower case: what voices and recognisers are told apart by.
inline QString firstSubtag(const QString &language) { return language.section(u'-', 0, 0).section(u'_', 0, 0).toLower(); }

} // namespace vox
